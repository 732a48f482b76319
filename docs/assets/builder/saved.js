/** The sheets saved on this device: open, delete, all as one file and back. */
import { labelled } from "../page/controls.js"
import { element } from "../page/element.js"
import { fill } from "../page/phrases.js"
import { said } from "../page/words.js"
import { decodeSheet } from "../sheet/state.js"
import { forget, readSaved } from "../sheet/saved.js"
import { act, FILE } from "./forms.js"
import { exercises } from "./words.js"

/** The list and the two buttons for files. */
export function savedList(builder) {
  const saved = readSaved()
  const bring = ({ target }) => target.files[0] && file(builder, part => part.bring(builder, target.files[0]))
  const chosen = element("input", { type: "file", accept: "application/json,.json", on: { change: bring } })
  return element("div", { class: "builder-saved" },
    saved.length ? element("ul", {}, saved.map(each => entry(builder, each))) : element("p", {}, said.builder.list_empty),
    saved.length ? act(said.builder.list_save, () => file(builder, part => part.saveAll())) : null,
    labelled(said.builder.list_bring, chosen, FILE))
}

function entry(builder, each) {
  const { sheet } = decodeSheet(each.hash, builder.catalogue, { own: true })
  const title = sheet.title || builder.catalogue.words.own_title
  const name = each.madeFor ? fill(said.builder.list_name, { name: title, person: each.madeFor }) : title
  return element("li", {},
    element("span", {}, fill(said.builder.list_entry, { name, exercises: exercises(sheet.items.length), day: each.saved ?? "" })),
    act(said.builder.open, () => open(builder, each), { "aria-label": fill(said.builder.open_one, { name }) }),
    act(said.builder.delete, () => remove(builder, each, title), { "aria-label": fill(said.builder.delete_one, { name }) }))
}

function open(builder, each) {
  const { sheet, troubles } = decodeSheet(each.hash, builder.catalogue, { own: true })
  const madeFor = sheet.madeFor || each.madeFor || ""
  builder.change({ ...sheet, madeFor }, { told: said.builder.opened })
  builder.sayTroubles(troubles, said.builder.opened_in_part)
}

function remove(builder, each, name) {
  forget(each)
  builder.show()
  builder.say(fill(said.builder.deleted, { name }))
}

async function file(builder, act) {
  const part = await builder.fetched(import("./saved-file.js"))
  if (part) act(part)
}
