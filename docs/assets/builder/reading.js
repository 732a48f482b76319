/** A sheet from a link as somebody reads it who was sent it: large pictures, doses, print, keep; to change it is a tap away. */
import { root } from "../page/catalogue.js"
import { element } from "../page/element.js"
import { said } from "../page/words.js"
import { doseLine, often } from "../sheet/doses.js"
import { withPlace } from "../sheet/options.js"
import { pair, pictured } from "./draw.js"
import { act } from "./forms.js"
import { printWhole } from "./share.js"
import { howTo, isTurned } from "./side.js"

/** The whole reading view; the builder's own parts stay away until "Change it". */
export function readingView(builder) {
  const { sheet, catalogue } = builder
  const list = element("ol", { class: "reading-list reading-waits" }, sheet.items.map((item, index) => move(item, index, catalogue)))
  pictured(sheet).then(() => list.classList.remove("reading-waits"))
  return element("section", { class: "reading", "aria-labelledby": "reading-title" },
    element("h2", { id: "reading-title", tabindex: -1 }, sheet.title || said.builder.reading),
    element("p", {}, said.builder.reading_why),
    buttons(builder),
    list,
    element("p", {}, element("b", {}, catalogue.words.stop), ` ${catalogue.lines.stop}`),
    element("p", {}, element("b", {}, `${catalogue.lines.red_flag} ${callable(sheet, catalogue)}.`)))
}

/** The number of the reader's place, or all of them. */
function callable({ options }, { lines }) {
  const { place } = withPlace(options)
  const here = lines.emergency.filter(each => each.place === place)
  return (here.length ? here : lines.emergency).map(each => `${each.number} (${each.where})`).join(", ")
}

const buttons = builder => element("div", { class: "reading-buttons" },
  act(said.builder.print, () => printWhole(builder), { class: "builder-act main" }),
  act(said.builder.keep, () => builder.keepRead()),
  act(said.builder.change, () => builder.edit()))

function move(item, index, catalogue) {
  const exercise = catalogue.exercises.get(item.id)
  return element("li", {},
    element("h3", {}, `${index + 1}. `, element("a", { href: new URL(`${exercise.address}/`, root).href }, exercise.name)),
    pair(exercise, isTurned(exercise, item), catalogue),
    element("p", { class: "reading-dose" }, `${doseLine(exercise, item, catalogue)} · ${often(item, catalogue)}`),
    element("p", {}, howTo(exercise, item)),
    item.note ? element("p", {}, item.note) : null)
}
