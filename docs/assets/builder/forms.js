/** The builder's forms: add an exercise, start from a routine, title and name, cautions. */
import { choice, labelled, tick } from "../page/controls.js"
import { button, element } from "../page/element.js"
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
  const list = element("select", { "data-focus": "add" }, option({ id: "", name: "Choose an exercise" }),
    [...areas].map(([id, area]) => element("optgroup", { label: area.name },
      [...exercises.values()].filter(each => each.area === id).map(option))))
  return pickForm(() => builder.add(list.value),
    labelled("Exercise", list),
    element("button", { type: "submit" }, "Add"),
    element("p", {}, "Or ", element("a", { href: "../exercises/" }, "find exercises with filters"), " and add them there."))
}

/** A closed panel to pick from pictures; they are fetched when it is opened first. */
export function picturePicker(builder) {
  const panel = element("details", { class: "builder-pictures", on: { toggle: () => fill() } },
    element("summary", {}, "Pick from pictures"))
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
  const list = element("select", { "data-focus": "routine" }, option({ id: "", name: "Choose a routine" }),
    [...builder.catalogue.routines.values()].map(option))
  return pickForm(() => builder.startFrom(list.value),
    labelled("Or start from a routine", list),
    element("button", { type: "submit" }, "Start from it"))
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
  const phases = [["", "Any time"], ...[...catalogue.phases].map(([id, { name }]) => [id, name])]
  return element("div", { class: "builder-details" },
    field("Title", sheet.title, TEXT_LIMITS.title, title => set({ title })),
    labelled("For", choice(phases, sheet.phase, phase => set({ phase })), FIELD),
    field("Made for (stays on this device)", sheet.madeFor, TEXT_LIMITS.madeFor, madeFor => set({ madeFor })),
    tick("Put this name in the link, too", sheet.nameInLink, nameInLink => set({ nameInLink }), TICK))
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
    element("summary", {}, "Warn me about …"),
    element("fieldset", {}, element("legend", {}, "Warn me about moves for people with"),
      [...builder.catalogue.cautions].map(([id, { filter }]) =>
        tick(filter, builder.cautions.has(id), on => toggle(id, on), TICK))),
    element("p", {}, "These ticks stay on this device. They are not in the link and not on the sheet."))
}

/** Words and a button side by side. */
export const act = (words, press, attributes) => button(words, press, { class: "builder-act", ...attributes })
