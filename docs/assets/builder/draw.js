/** A sheet as elements, with the structure and the classes of the ready-made sheets, so that one style fits both; headings stand one lower, below the page's own. */
import { framesOf } from "../figures/frames.js"
import { root } from "../page/catalogue.js"
import { element } from "../page/element.js"
import { said } from "../page/words.js"
import { doseLine, often } from "../sheet/doses.js"
import { applyOptions, placeTicks } from "../sheet/options.js"
import { fill } from "../page/phrases.js"
import { howTo, isTurned } from "./side.js"
import { careWith, leftOut, oneRound } from "./words.js"

/**
 * The whole sheet; pictures appear when they have been fetched. `clinic` is what the device knows of the one who made
 * it, `plan` its "After I …, I will …", `code` an element for the foot's corner.
 */
export function drawSheet(sheet, catalogue, { clinic = {}, plan = {}, code = null } = {}) {
  const layout = layoutFor(sheet.items.length, catalogue.layouts)
  const pairs = sheet.items.map(item => [item, catalogue.exercises.get(item.id)])
  const { words } = catalogue
  const made = element("div", { class: `sheet sheet-${layout.name} sheet-own`, "data-words": JSON.stringify(words) },
    head(sheet, catalogue, clinic),
    plan.after ? element("p", { class: "plan-line" }, element("b", {}, words.own_plan), ` ${fill(words.own_plan_says, { after: plan.after, will: plan.will || words.own_plan_usual })}`) : null,
    cards(pairs, catalogue),
    foot(pairs, catalogue, clinic, code))
  placeTicks(made, pairs.map((each, index) => tickRow(each, index, words)), sheet.options)
  applyOptions(made, sheet.options)
  return made
}

const layoutFor = (count, layouts) => layouts.find(layout => count <= layout.most) ?? layouts.at(-1)

const line = (words, value) =>
  element("p", { class: "write" }, `${words} `, value ? element("b", {}, value) : element("i"))

function head(sheet, catalogue, clinic) {
  const { words } = catalogue
  const summary = sheet.items.length ? `${oneRound(sheet, catalogue)} ${sharedOften(sheet, catalogue)}` : words.own_empty
  const phase = catalogue.phases.get(sheet.phase)
  return element("table", { class: "head", role: "presentation" }, element("tbody", {}, element("tr", {},
    logo(catalogue.lines.clinic, clinic),
    element("td", { class: "head-title" },
      element("h2", {}, sheet.title || words.own_title),
      phase ? element("p", {}, `${phase.name}. ${phase.meaning}`) : null,
      element("p", {}, element("b", {}, summary))),
    element("td", { class: "head-lines" },
      line(words.made_for, sheet.madeFor), line(words.made_by, clinic.name), line(words.phone, clinic.phone || catalogue.lines.phone)))))
}

/** The logo of whoever makes the sheet; else the mark and the name of the clinic whose book this is. */
function logo(house, { logo: own, name }) {
  if (own) return element("td", { class: "head-logo" }, element("img", { src: own, alt: name ?? "" }))
  return house ? element("td", { class: "head-logo" },
    element("img", { src: new URL("mark.svg", root).href, alt: "" }), element("b", {}, house)) : null
}

/** How often, once, when it is the same for every exercise. */
function sharedOften(sheet, catalogue) {
  const all = new Set(sheet.items.map(item => often(item, catalogue)))
  return all.size === 1 ? `${capital([...all][0])}.` : ""
}

const capital = words => words[0].toUpperCase() + words.slice(1)

function cards(pairs, catalogue) {
  return element("ol", { class: "cards" },
    pairs.map(([item, exercise], index) => card(item, exercise, index + 1, catalogue)),
    element("li", { class: "card card-none" }, element("h3", {}, catalogue.words.notes)))
}

function card(item, exercise, number, catalogue) {
  const not = leftOut(exercise, catalogue)
  return element("li", { class: "card", "data-exercise": exercise.id },
    element("div", { class: "card-head" },
      element("h3", {}, element("b", {}, number), " ", exercise.name),
      element("p", { class: "dose" }, `${doseLine(exercise, item, catalogue)} · ${often(item, catalogue)}`)),
    pair(exercise, isTurned(exercise, item), catalogue),
    element("p", { class: "how" }, howTo(exercise, item)),
    item.note ? element("p", { class: "note-line" }, item.note) : null,
    element("p", { class: "feel" }, exercise.feel),
    not.length ? element("p", { class: "not" }, element("b", {}, catalogue.words.leave), ` ${not.join(" · ")}.`) : null)
}

/** The pictures of an exercise, which appear when they have been fetched; turned round for the other side. */
export function pair(exercise, turned, { words }) {
  const place = element("div", { class: turned ? "pair pair-turned" : "pair" })
  framesOf(exercise.id).then(({ ratio, wide, inset, drawn }) => {
    const { style } = place.closest(".card") ?? place
    style.setProperty("--ratio", ratio)
    style.setProperty("--wide", wide)
    drawn.forEach((frame, index) => {
      if (index) place.append(element("span", { class: "to", "aria-hidden": "true" }, "→"))
      place.append(element("span", { class: "place" }, document.importNode(frame, true)))
    })
    const muscle = inset && element("span", { class: "place place-inset" }, document.importNode(inset, true))
    if (muscle && drawn.length > 2) place.after(muscle)     // three frames need all the width
    else if (muscle) place.append(muscle)
  }).catch(() => place.append(element("span", { class: "place" }, words.own_no_picture)))
  return place
}

const encoder = () => import("./qr.js")

/** The code of a link, which appears when its program has been fetched; a link that is too long has none. */
export function codeOf(link) {
  const place = element("div", { class: "code-waits" })
  encoder().then(({ qrSquare }) => place.replaceWith(qrSquare(link, said.builder.code) ?? "")).catch(() => {})
  return place
}

/** Settles when every picture and the code of a sheet have been fetched or could not be; whether all are there. */
export async function pictured({ items }) {
  const fetched = await Promise.allSettled([...items.map(item => framesOf(item.id)), items.length && encoder()])
  return fetched.every(each => each.status === "fulfilled")
}

function tickRow([item, exercise], index, { sides }) {
  const both = exercise.sides !== "together" && item.side === "both"
  const name = `${index + 1} ${exercise.name.split(" (")[0]}`
  return {
    sided: both,
    label: element("th", both ? { scope: "row", class: "sided" } : { scope: "row" },
      name, both ? [" ", element("small", {}, sides)] : null),
  }
}

function cares(mark, title, found) {
  if (!found.length) return null
  return element("p", { class: mark }, element("b", {}, title), " ", found.map(([words, moves]) =>
    element("span", { class: "caution" }, words, element("span", { class: "moves" }, ` ${moves.join(", ")}`))), ".")
}

const call = ({ number, where, place, paper }) =>
  [element("span", { class: "call", "data-place": place, "data-paper": paper }, `${number} (${where})`), element("wbr")]

function foot(pairs, catalogue, clinic, code) {
  const { lines, words } = catalogue
  const online = `${lines.site}build/`.split("://")[1]
  const exercises = pairs.map(([, exercise]) => exercise)
  return element("table", { class: "foot", role: "presentation" }, element("tbody", {}, element("tr", {},
    element("td", {},
      element("p", {}, element("b", {}, words.stop), ` ${lines.stop}`),
      element("p", { class: "foot-flag" }, element("b", {}, `${lines.red_flag} `, lines.emergency.flatMap(call), ".")),
      cares("leave-out", words.leave_out, careWith(exercises, catalogue, true)),
      cares("take-care", words.take_care, careWith(exercises, catalogue, false)),
      element("p", {}, `${lines.not_advice} ${fill(words.own_by, { name: clinic.name || words.own_reader })} ${lines.not_reviewed} `,
        element("span", { class: "foot-address" }, online), ` ${lines.version}`, element("span", { class: "printed" }), ".")),
    code ? element("td", { class: "foot-code" }, code) : null)))
}
