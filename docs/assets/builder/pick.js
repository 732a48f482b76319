/** Picking from pictures: a search in names and other words, an area, and a picture to press for every exercise. */
import { root } from "../page/catalogue.js"
import { button, element } from "../page/element.js"

/** What stands in the open panel. */
export function pictureList(builder) {
  const { areas, exercises } = builder.catalogue
  const found = element("p", { role: "status", class: "pick-count" })
  const all = [...exercises.values()].map(exercise => tile(builder, exercise))
  const search = element("input", { type: "text", autocomplete: "off", on: { input: () => narrow() } })
  const area = element("select", { on: { change: () => narrow() } },
    element("option", { value: "" }, "All areas"), [...areas].map(([id, each]) => element("option", { value: id }, each.name)))
  const floor = element("input", { type: "checkbox", on: { change: () => narrow() } })
  const narrow = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
    for (const each of all) each.hidden = !fits(each.dataset, words, area.value, floor.checked)
    const count = all.filter(each => !each.hidden).length
    found.textContent = count ? `${count} exercise${count === 1 ? "" : "s"}` : "No exercise fits. Take a word away."
  }
  narrow()
  return [
    element("div", { class: "builder-details" },
      element("label", { class: "builder-field" }, element("span", {}, "Search by name"), search),
      element("label", { class: "builder-field" }, element("span", {}, "Area"), area),
      element("label", { class: "builder-tick" }, floor, " Without the floor")),
    found, element("ul", { class: "pick-list" }, all)]
}

const fits = ({ words, area, floor }, asked, wanted, standing) =>
  asked.every(each => words.includes(each)) && (!wanted || area === wanted) && !(standing && floor)

function tile(builder, exercise) {
  const { areas, positions } = builder.catalogue
  const down = exercise.positions.every(id => positions.get(id)?.needs_floor)
  const words = `${exercise.name} ${areas.get(exercise.area).name} ${exercise.short}`.toLowerCase()
  const picture = element("img", { src: new URL(`figures/${exercise.id}.svg`, root).href, alt: "", width: 120, height: 90, loading: "lazy" })
  const press = button("", () => builder.add(exercise.id, `pick-${exercise.id}`), { "data-focus": `pick-${exercise.id}`, "aria-label": `Add ${exercise.name}` })
  press.append(picture, element("span", {}, exercise.name))
  return element("li", { "data-words": words, "data-area": exercise.area, "data-floor": down ? "yes" : "" }, press)
}
