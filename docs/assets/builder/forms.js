/** The builder's forms: add an exercise, start from a routine, title and name, cautions. */
import { choice, labelled, tick } from "../page/controls.js"
import { button, element } from "../page/element.js"
import { parts } from "../page/phrases.js"
import { said } from "../page/words.js"
import { plain, TEXT_LIMITS } from "../sheet/hash.js"

/** How a control with words looks in the builder. */
export const FIELD = { class: "builder-field" }
export const TICK = { class: "builder-tick" }
export const FILE = { class: "builder-file" }

const option = ({ id, name }) => element("option", { value: id }, name)
function pickForm(pick, ...children) {
  const submit = event => {
    event.preventDefault()
    pick()
  }
  return element("form", { class: "builder-pick", on: { submit } }, children)
}

/** A list of all exercises by area, and a button that adds the chosen one. */
export function addPicker(builder) {
  const { areas, exercises } = builder.catalogue
  const list = element("select", { "data-focus": "add" }, option({ id: "", name: said.builder.choose }),
    [...areas].map(([id, area]) => element("optgroup", { label: area.name },
      [...exercises.values()].filter(each => each.area === id).map(option))))
  return pickForm(() => builder.add(list.value),
    labelled(said.builder.exercise, list),
    element("button", { type: "submit" }, said.builder.add),
    element("p", {}, parts(said.builder.or_find, { link: element("a", { href: "../exercises/" }, said.builder.find) })))
}

/** A closed panel to pick from pictures; they are fetched when it is opened first. */
export function picturePicker(builder) {
  const panel = element("details", { class: "builder-pictures", on: { toggle: () => fill() } },
    element("summary", {}, said.builder.pictures))
  const isEmpty = () => panel.childElementCount === 1
  const fill = async () => {
    if (!panel.open || !isEmpty()) return
    const { pictureList } = await builder.fetched(import("./pick.js")) ?? {}
    if (pictureList && isEmpty()) panel.append(...pictureList(builder))
  }
  return panel
}

/** A list of all routines, and a button that makes the sheet from one. */
export function routinePicker(builder) {
  const list = element("select", { "data-focus": "routine" }, option({ id: "", name: said.builder.choose_routine }),
    [...builder.catalogue.routines.values()].map(option))
  return pickForm(() => builder.startFrom(list.value),
    labelled(said.builder.from_routine, list),
    element("button", { type: "submit" }, said.builder.from_it))
}

/** A line of text with its words above it; `change` gets it without control signs. */
export function field(words, value, most, change) {
  const on = { change: event => change(plain(event.target.value, most)) }
  const input = element("input", { type: "text", maxlength: most, value, autocomplete: "off", on })
  return labelled(words, input, FIELD)
}

/** Title, who it is for, and for which time. */
export function detailFields(builder) {
  const set = values => builder.change({ ...builder.sheet, ...values }, { rebuild: false })
  const { sheet, catalogue } = builder
  const phases = [["", said.builder.any_phase], ...[...catalogue.phases].map(([id, { name }]) => [id, name])]
  return element("div", { class: "builder-details" },
    field(said.builder.title, sheet.title, TEXT_LIMITS.title, title => set({ title })),
    labelled(said.builder.phase, choice(phases, sheet.phase, phase => set({ phase })), FIELD),
    field(said.builder.made_for, sheet.madeFor, TEXT_LIMITS.madeFor, madeFor => set({ madeFor })),
    tick(said.builder.name_in_link, sheet.nameInLink, nameInLink => set({ nameInLink }), TICK))
}

/** Tick boxes for what the reader must take care with; they only warn, and they never leave the device. */
export function cautionBoxes(builder) {
  const toggle = (id, on) => {
    const cautions = new Set(builder.cautions)
    if (on) cautions.add(id)
    else cautions.delete(id)
    builder.tick(cautions)
  }
  return element("details", { class: "builder-cautions" },
    element("summary", {}, said.builder.cautions),
    element("fieldset", {}, element("legend", {}, said.builder.cautions_whole),
      [...builder.catalogue.cautions].map(([id, { filter }]) =>
        tick(filter, builder.cautions.has(id), on => toggle(id, on), TICK))),
    element("p", {}, said.builder.cautions_stay))
}

/** Words and a button side by side. */
export const act = (words, press, attributes) => button(words, press, { class: "builder-act", ...attributes })
