/** All saved sheets as one file for the reader, and back from one. */
import { handOver } from "../page/hand-over.js"
import { addImported, exported, imported, isSmall } from "../sheet/saved-file.js"
import { readSaved } from "../sheet/saved.js"
import { counted } from "./words.js"

/** Hands the reader the file. */
export const saveAll = () => handOver("my-sheets.json", "application/json", exported())

/** Takes the sheets of a file, and says what came of it. */
export async function bring(builder, file) {
  const { sheets, troubles } = isSmall(file)
    ? imported(await file.text(), builder.catalogue)
    : { sheets: [], troubles: ["This file is too large to be a list of sheets."] }
  const refused = sheets.length ? addImported(sheets) : ""
  builder.show()
  builder.sayTroubles(troubles, "Part of this file could not be used:")
  builder.say(refused || `${counted(sheets.length, "sheet")} came from the file. The list holds ${counted(readSaved().length, "sheet")}.`)
}
