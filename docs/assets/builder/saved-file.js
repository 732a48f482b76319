/** All saved sheets as one file for the reader, and back from one. */
import { handOver } from "../page/hand-over.js"
import { forNumber } from "../page/phrases.js"
import { said } from "../page/words.js"
import { addImported, exported, imported, isSmall } from "../sheet/saved-file.js"
import { readSaved } from "../sheet/saved.js"

/** Hands the reader the file. */
export const saveAll = () => handOver("my-sheets.json", "application/json", exported())

/** Takes the sheets of a file, and says what came of it. */
export async function bring(builder, file) {
  const { sheets, troubles } = isSmall(file)
    ? imported(await file.text(), builder.catalogue)
    : { sheets: [], troubles: [builder.catalogue.words.links.file_too_large] }
  const refused = sheets.length ? addImported(sheets) : ""
  builder.show()
  builder.sayTroubles(troubles, said.builder.file_in_part)
  builder.say(refused || `${forNumber(said.builder.came, sheets.length, said.builder)} ${forNumber(said.builder.list_holds, readSaved().length, said.builder)}`)
}
