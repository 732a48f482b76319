/** Picking from pictures: a search in names and other words, an area, and a picture to press for every exercise. */
import { root } from "../page/catalogue.js"
import { choice, labelled, tick } from "../page/controls.js"
import { button, element } from "../page/element.js"
import { counted } from "./words.js"

/** What stands in the open panel. */
export function pictureList(builder) {
  const { areas, exercises } = builder.catalogue
  const found = element("p", { role: "status", class: "pick-count" })
  const all = [...exercises.values()].map(exercise => tile(builder, exercise))
  const search = element("input", { type: "text", autocomplete: "off", on: { input: () => narrow() } })
  const wanted = { area: "", standing: false }
  const names = [["", "All areas"], ...[...areas].map(([id, { name }]) => [id, name])]
  const narrow = (change = {}) => {
    Object.assign(wanted, change)
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
    for (const each of all) each.hidden = !fits(each.dataset, words, wanted)
    const count = all.filter(each => !each.hidden).length
    found.textContent = count ? counted(count, "exercise") : "No exercise fits. Take a word away."
  }
  narrow()
  return [
    element("div", { class: "builder-details" },
      labelled("Search by name", search, { class: "builder-field" }),
      labelled("Area", choice(names, wanted.area, area => narrow({ area })), { class: "builder-field" }),
      tick("Without the floor", wanted.standing, standing => narrow({ standing }), { class: "builder-tick" })),
    found, element("ul", { class: "pick-list" }, all)]
}

const fits = ({ words, area, floor }, asked, wanted) =>
  asked.every(each => words.includes(each)) && (!wanted.area || area === wanted.area) && !(wanted.standing && floor)

function tile(builder, exercise) {
  const { areas, positions } = builder.catalogue
  const down = exercise.positions.every(id => positions.get(id)?.needs_floor)
  const words = `${exercise.name} ${areas.get(exercise.area).name} ${exercise.short}`.toLowerCase()
  const picture = element("img", { src: new URL(`figures/${exercise.id}.svg`, root).href, alt: "", width: 120, height: 90, loading: "lazy" })
  const press = button("", () => builder.add(exercise.id, `pick-${exercise.id}`), { "data-focus": `pick-${exercise.id}`, "aria-label": `Add ${exercise.name}` })
  press.append(picture, element("span", {}, exercise.name))
  return element("li", { "data-words": words, "data-area": exercise.area, "data-floor": down ? "yes" : "" }, press)
}
