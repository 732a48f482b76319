/** The sheets saved on this device: open, delete, all as one file and back. */
import { element } from "../page/element.js"
import { decodeSheet } from "../sheet/state.js"
import { addImported, exported, forget, imported, readSaved } from "../sheet/store.js"
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
  const { sheet } = decodeSheet(each.hash, builder.catalogue)
  const name = sheet.title || "My exercises"
  const whose = each.madeFor ? ` for ${each.madeFor}` : ""
  return element("li", {},
    element("span", {}, `${name}${whose}, ${sheet.items.length} exercises, ${each.saved ?? ""}`),
    act("Open", () => open(builder, each), { "aria-label": `Open ${name}` }),
    act("Delete", () => remove(builder, each, name), { "aria-label": `Delete ${name}` }))
}

function open(builder, each) {
  const { sheet, troubles } = decodeSheet(each.hash, builder.catalogue)
  const madeFor = sheet.madeFor || each.madeFor || ""
  builder.change({ ...sheet, madeFor }, { said: "Opened. Undo brings the last sheet back." })
  builder.sayTroubles(troubles)
}

function remove(builder, each, name) {
  forget(each.hash)
  builder.show()
  builder.say(`${name} is deleted from this device.`)
}

function hand() {
  const link = element("a", { href: URL.createObjectURL(new Blob([exported()], { type: "application/json" })), download: "my-sheets.json" })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

async function bring(builder, input) {
  const { sheets, troubles } = imported(await input.files[0].text(), builder.catalogue)
  const kept = sheets.length === 0 || addImported(sheets)
  builder.show()
  builder.sayTroubles(troubles)
  builder.say(kept ? `${sheets.length} sheets are in the list.` : "This device does not let the page keep anything.")
}
