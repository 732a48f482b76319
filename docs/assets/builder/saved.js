/** The sheets saved on this device: open, delete, all as one file and back. */
import { element } from "../page/element.js"
import { decodeSheet } from "../sheet/state.js"
import { addImported, exported, forget, imported, isSmall, readSaved } from "../sheet/saved.js"
import { act } from "./forms.js"

/** The list and the two buttons for files. */
export function savedList(builder) {
  const saved = readSaved()
  const on = { change: event => bring(builder, event.target) }
  const file = element("input", { type: "file", accept: "application/json,.json", on })
  return element("div", { class: "builder-saved" },
    saved.length ? element("ul", {}, saved.map(each => entry(builder, each))) : element("p", {}, "Nothing is saved yet."),
    saved.length ? act("Save all as a file", () => hand()) : null,
    element("label", { class: "builder-file" }, element("span", {}, "Bring sheets back from a file"), file))
}

function entry(builder, each) {
  const { sheet } = decodeSheet(each.hash, builder.catalogue, { own: true })
  const name = sheet.title || "My exercises"
  const whose = each.madeFor ? ` for ${each.madeFor}` : ""
  return element("li", {},
    element("span", {}, `${name}${whose}, ${counted(sheet.items.length, "exercise")}, ${each.saved ?? ""}`),
    act("Open", () => open(builder, each), { "aria-label": `Open ${name}${whose}` }),
    act("Delete", () => remove(builder, each, name), { "aria-label": `Delete ${name}${whose}` }))
}

function open(builder, each) {
  const { sheet, troubles } = decodeSheet(each.hash, builder.catalogue, { own: true })
  const madeFor = sheet.madeFor || each.madeFor || ""
  builder.change({ ...sheet, madeFor }, { said: "Opened. Undo brings the last sheet back." })
  builder.sayTroubles(troubles, "Part of this sheet could not be used:")
}

function remove(builder, each, name) {
  forget(each)
  builder.show()
  builder.say(`${name} is deleted from this device.`)
}

function hand() {
  const link = element("a", { href: URL.createObjectURL(new Blob([exported()], { type: "application/json" })), download: "my-sheets.json" })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

async function bring(builder, input) {
  const file = input.files[0]
  if (!file) return
  const { sheets, troubles } = isSmall(file)
    ? imported(await file.text(), builder.catalogue)
    : { sheets: [], troubles: ["This file is too large to be a list of sheets."] }
  const refused = sheets.length ? addImported(sheets) : ""
  builder.show()
  builder.sayTroubles(troubles, "Part of this file could not be used:")
  builder.say(refused || `${counted(sheets.length, "sheet")} came from the file. The list holds ${counted(readSaved().length, "sheet")}.`)
}

const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`
