/** Picking from pictures: a search in names and other words, an area, and a picture to press for every exercise. */
import { root } from "../page/catalogue.js"
import { choice, labelled, tick } from "../page/controls.js"
import { button, element } from "../page/element.js"
import { fill } from "../page/phrases.js"
import { said } from "../page/words.js"
import { exercises as counted } from "./words.js"

/** What stands in the open panel. */
export function pictureList(builder) {
  const { areas, exercises } = builder.catalogue
  const found = element("p", { role: "status", class: "pick-count" })
  const all = [...exercises.values()].map(exercise => tile(builder, exercise))
  const search = element("input", { type: "text", autocomplete: "off", on: { input: () => narrow() } })
  const wanted = { area: "", standing: false }
  const names = [["", said.builder.all_areas], ...[...areas].map(([id, { name }]) => [id, name])]
  const narrow = (change = {}) => {
    Object.assign(wanted, change)
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
    for (const each of all) each.hidden = !fits(each.dataset, words, wanted)
    const count = all.filter(each => !each.hidden).length
    found.textContent = count ? counted(count) : said.builder.none_fits
  }
  narrow()
  return [
    element("div", { class: "builder-details" },
      labelled(said.builder.search, search, { class: "builder-field" }),
      labelled(said.builder.area, choice(names, wanted.area, area => narrow({ area })), { class: "builder-field" }),
      tick(said.builder.no_floor, wanted.standing, standing => narrow({ standing }), { class: "builder-tick" })),
    found, element("ul", { class: "pick-list" }, all)]
}

const fits = ({ words, area, floor }, asked, wanted) =>
  asked.every(each => words.includes(each)) && (!wanted.area || area === wanted.area) && !(wanted.standing && floor)

function tile(builder, exercise) {
  const { areas, positions } = builder.catalogue
  const down = exercise.positions.every(id => positions.get(id)?.needs_floor)
  const words = `${exercise.name} ${areas.get(exercise.area).name} ${exercise.short}`.toLowerCase()
  const picture = element("img", { src: new URL(`figures/${exercise.id}.svg`, root).href, alt: "", width: 120, height: 90, loading: "lazy" })
  const press = button("", () => builder.add(exercise.id, `pick-${exercise.id}`), { "data-focus": `pick-${exercise.id}`, "aria-label": fill(said.builder.add_one, exercise) })
  press.append(picture, element("span", {}, exercise.name))
  return element("li", { "data-words": words, "data-area": exercise.area, "data-floor": down ? "yes" : "" }, press)
}
