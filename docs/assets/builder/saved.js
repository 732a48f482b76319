/** The sheets saved on this device: open, delete, all as one file and back. */
import { labelled } from "../page/controls.js"
import { element } from "../page/element.js"
import { decodeSheet } from "../sheet/state.js"
import { forget, readSaved } from "../sheet/saved.js"
import { act, FILE } from "./forms.js"
import { counted } from "./words.js"

/** The list and the two buttons for files. */
export function savedList(builder) {
  const saved = readSaved()
  const bring = ({ target }) => target.files[0] && file(builder, part => part.bring(builder, target.files[0]))
  const chosen = element("input", { type: "file", accept: "application/json,.json", on: { change: bring } })
  return element("div", { class: "builder-saved" },
    saved.length ? element("ul", {}, saved.map(each => entry(builder, each))) : element("p", {}, "Nothing is saved yet."),
    saved.length ? act("Save all as a file", () => file(builder, part => part.saveAll())) : null,
    labelled("Bring sheets back from a file", chosen, FILE))
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

async function file(builder, act) {
  const part = await builder.fetched(import("./saved-file.js"))
  if (part) act(part)
}
