/** A sheet as elements, with the structure and the classes of the ready-made sheets, so that one style fits both. */
import { framesOf } from "../figures/frames.js"
import { element } from "../page/element.js"
import { doseLine, often } from "../sheet/doses.js"
import { applyOptions, placeTicks } from "../sheet/options.js"
import { howTo, isTurned } from "./side.js"
import { minutes } from "./words.js"

/** The whole sheet; pictures appear when they have been fetched. `code` is an element for the foot's corner. */
export function drawSheet(sheet, catalogue, code = null) {
  const layout = layoutFor(sheet.items.length, catalogue.layouts)
  const pairs = sheet.items.map(item => [item, catalogue.exercises.get(item.id)])
  const made = element("div", { class: `sheet sheet-${layout.name} sheet-told sheet-own` },
    head(sheet, catalogue),
    cards(pairs, layout),
    foot(sheet, catalogue, code))
  placeTicks(made, pairs.map(tickRow), sheet.options)
  applyOptions(made, sheet.options)
  return made
}

const layoutFor = (count, layouts) => layouts.find(layout => count <= layout.most) ?? layouts.at(-1)

const line = (words, value) =>
  element("p", { class: "write" }, `${words} `, value ? element("b", {}, value) : element("i"))

function head(sheet, catalogue) {
  const summary = sheet.items.length
    ? `About ${minutes(sheet, catalogue)} minutes for one round. ${sharedOften(sheet)}`
    : "Nothing on this sheet yet."
  const phase = catalogue.phases.get(sheet.phase)
  return element("table", { class: "head" }, element("tbody", {}, element("tr", {},
    element("td", { class: "head-title" },
      element("h1", {}, sheet.title || "My exercises"),
      phase ? element("p", {}, `${phase.name}. ${phase.meaning}`) : null,
      element("p", {}, element("b", {}, summary))),
    element("td", { class: "head-lines" },
      line("Made for", sheet.madeFor), line("Made by"), line("Phone", catalogue.lines.phone)))))
}

/** How often, once, when it is the same for every exercise. */
function sharedOften(sheet) {
  const all = new Set(sheet.items.map(often))
  return all.size === 1 ? `${capital([...all][0])}.` : ""
}

const capital = words => words[0].toUpperCase() + words.slice(1)
function cards(pairs, layout) {
  const rows = []
  for (let at = 0; at < pairs.length; at += layout.columns) {
    const cells = pairs.slice(at, at + layout.columns).map(([item, exercise], index) => card(item, exercise, at + index + 1, layout))
    while (cells.length < layout.columns) cells.push(element("td", { class: "card card-none" }, element("h2", {}, "Notes")))
    rows.push(element("tr", {}, cells))
  }
  return element("table", { class: "cards" }, element("tbody", {}, rows))
}

function card(item, exercise, number, layout) {
  return element("td", { class: "card", "data-exercise": exercise.id },
    element("h2", {}, element("b", {}, number), ` ${exercise.name}`),
    pair(exercise, isTurned(exercise, item)),
    element("p", { class: "how" }, howTo(exercise, item)),
    item.note ? element("p", { class: "how" }, item.note) : null,
    layout.feel ? element("p", { class: "feel" }, exercise.feel) : null,
    element("p", { class: "dose" }, `${doseLine(exercise, item)} · ${often(item)}`))
}

/** The pictures of an exercise, which appear when they have been fetched; turned round for the other side. */
export function pair(exercise, turned) {
  const place = element("div", { class: turned ? "pair pair-turned" : "pair" })
  framesOf(exercise.id).then(({ shape, drawn }) => {
    place.closest(".card")?.classList.add(`card-${shape}`)
    drawn.forEach((frame, index) => {
      if (index) place.append(element("span", { class: "to", "aria-hidden": "true" }, "→"))
      place.append(element("span", { class: "place" }, document.importNode(frame, true)))
    })
  }).catch(() => place.append(element("span", { class: "place" }, "no picture")))
  return place
}

/** Settles when every picture of a sheet has been fetched or could not be; whether all are there. */
export async function pictured(sheet) {
  const fetched = await Promise.allSettled(sheet.items.map(item => framesOf(item.id)))
  return fetched.every(each => each.status === "fulfilled")
}

function tickRow([item, exercise], index) {
  const both = exercise.sides !== "together" && item.side === "both"
  const words = `${index + 1} ${exercise.name.split(" (")[0]}`
  return {
    sided: both,
    label: element("th", both ? { scope: "row", class: "sided" } : { scope: "row" },
      words, both ? [" ", element("small", {}, "L|R")] : null),
  }
}

/** Which moves are not for everybody, by their numbers; who should leave them out stands on their pages. */
function notForAll({ items }, { exercises }) {
  const numbers = items.flatMap((item, index) => exercises.get(item.id).care.some(care => care.skip) ? [index + 1] : [])
  return numbers.length ? `Some people leave out ${numbers.join(", ")}: see their pages. ` : ""
}

function foot(sheet, catalogue, code) {
  const { lines } = catalogue
  const online = `${lines.site}build/`.split("://")[1]
  return element("table", { class: "foot" }, element("tbody", {}, element("tr", {},
    element("td", {},
      element("p", {}, element("b", {}, "Stop rules."), ` ${lines.stop}`),
      element("p", { class: "foot-flag" }, element("b", {}, `${lines.red_flag} Emergency: ${lines.emergency}.`)),
      element("p", {}, `Put together by a reader. ${lines.not_reviewed} ${notForAll(sheet, catalogue)}`, element("span", { class: "foot-address" }, online))),
    code ? element("td", { class: "foot-code" }, code) : null)))
}
