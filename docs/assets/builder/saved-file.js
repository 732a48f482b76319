/** All saved sheets as one file for the reader, and back from one. */
import { element } from "../page/element.js"
import { addImported, exported, imported, isSmall } from "../sheet/saved-file.js"
import { readSaved } from "../sheet/saved.js"
import { counted } from "./words.js"

/** Hands the reader the file. */
export function saveAll() {
  const link = element("a", { href: URL.createObjectURL(new Blob([exported()], { type: "application/json" })), download: "my-sheets.json" })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

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
