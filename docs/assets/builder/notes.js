/** A sheet as plain text, for a clinician's notes. Pure: no page. */
import { fill } from "../page/phrases.js"
import { doseLine, often } from "../sheet/doses.js"

/** Names, doses, sides and notes line by line, then the handbook's version and the sheet's address. */
export function asText(sheet, catalogue, link) {
  const rows = sheet.items.map((item, index) => {
    const exercise = catalogue.exercises.get(item.id)
    const note = item.note ? ` ${fill(catalogue.words.own_note, item)}` : ""
    return `${index + 1}. ${exercise.name}: ${doseLine(exercise, item, catalogue)}, ${often(item, catalogue)}.${note}`
  })
  return [sheet.title || catalogue.words.own_title, ...rows, catalogue.lines.version, link, ""].join("\n")
}
