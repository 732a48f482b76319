/** The builder's forms: add an exercise, start from a routine, title and name, cautions. */
import { button, element } from "./element.js"
import { plain, TEXT_LIMITS } from "./sheet-state.js"

const option = (value, words, chosen = "") => element("option", { value, selected: value === chosen }, words)

/** A list of all exercises by area, and a button that adds the chosen one. */
export function addPicker(builder) {
  const { areas, exercises } = builder.catalogue
  const list = element("select", { "data-focus": "add" }, option("", "Choose an exercise"),
    [...areas].map(([id, area]) => element("optgroup", { label: area.name },
      [...exercises.values()].filter(each => each.area === id).map(each => option(each.id, each.name)))))
  return element("form", { class: "builder-pick", on: { submit: event => { event.preventDefault(); builder.add(list.value) } } },
    element("label", {}, element("span", {}, "Exercise"), list),
    element("button", { type: "submit" }, "Add"),
    element("p", {}, "Or ", element("a", { href: "../exercises/" }, "find exercises with filters"), " and add them there."))
}

/** A list of all routines, and a button that makes the sheet from one. */
export function routinePicker(builder) {
  const list = element("select", { "data-focus": "routine" }, option("", "Choose a routine"),
    [...builder.catalogue.routines.values()].map(each => option(each.id, each.name)))
  return element("form", { class: "builder-pick", on: { submit: event => { event.preventDefault(); builder.startFrom(list.value) } } },
    element("label", {}, element("span", {}, "Or start from a routine"), list),
    element("button", { type: "submit" }, "Start from it"))
}

function field(words, value, most, change) {
  const input = element("input", { type: "text", maxlength: most, value, autocomplete: "off", on: { change: event => change(plain(event.target.value, most)) } })
  return element("label", { class: "builder-field" }, element("span", {}, words), input)
}

/** Title, who it is for, and for which time. */
export function detailFields(builder) {
  const set = values => builder.change({ ...builder.sheet, ...values }, { rebuild: false })
  const { sheet, catalogue } = builder
  const phase = element("select", { on: { change: event => set({ phase: event.target.value }) } },
    option("", "Any time", sheet.phase), [...catalogue.phases].map(([id, each]) => option(id, each.name, sheet.phase)))
  const share = element("input", { type: "checkbox", checked: sheet.nameInLink, on: { change: event => set({ nameInLink: event.target.checked }) } })
  return element("div", { class: "builder-details" },
    field("Title", sheet.title, TEXT_LIMITS.title, title => set({ title })),
    element("label", { class: "builder-field" }, element("span", {}, "For"), phase),
    field("Made for (stays on this device)", sheet.madeFor, TEXT_LIMITS.madeFor, madeFor => set({ madeFor })),
    element("label", { class: "builder-tick" }, share, " Put this name in the link, too"))
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
      [...builder.catalogue.cautions].map(([id, each]) => element("label", { class: "builder-tick" },
        element("input", { type: "checkbox", checked: builder.cautions.has(id), on: { change: event => toggle(id, event.target.checked) } }), ` ${each.filter}`))),
    element("p", {}, "These ticks stay on this device. They are not in the link and not on the sheet."))
}

/** Words and a button side by side. */
export const act = (words, press, attributes) => button(words, press, { class: "builder-act", ...attributes })
