/** What a reader may change about any sheet: paper, place, size of print, ink, pictures, doses, weeks, lines to write on. */
import { choice, tick } from "../page/controls.js"
import { element } from "../page/element.js"
import { MOST_WEEKS, SWITCHES } from "./option-words.js"
import { fill } from "../page/phrases.js"
import { readPlace, writePlace } from "./store.js"

const LAYOUTS = ["sheet-few", "sheet-some", "sheet-many"]
const WEEKS_ABREAST = 4
const DAYS = 7
const HALVES = 2

/** Puts options on a sheet by class; the style sheets do the rest. */
export function applyOptions(sheet, options) {
  for (const name of SWITCHES) sheet.classList.toggle(name === "low-ink" ? name : `sheet-${name}`, options[name])
  // Large print has measures of its own; those for few or many exercises would get in its way.
  sheet.dataset.size ||= LAYOUTS.find(size => sheet.classList.contains(size)) ?? ""
  if (sheet.dataset.size) sheet.classList.toggle(sheet.dataset.size, !options.large)
  if (options.blank && !sheet.querySelector(".dose-blank"))
    for (const dose of sheet.querySelectorAll(".card .dose")) dose.after(blankDose(wordsOf(sheet)))
  stampSheet(sheet, options)
}

/** The number of the reader's place, and the day of printing. */
export function stampSheet(sheet, options) {
  showNumbers(sheet, options)
  const words = wordsOf(sheet)
  sheet.querySelector(".printed")?.replaceChildren(`, ${fill(words.printed, { day: today(words) })}`)
}

/** What a sheet says of itself, in the handbook's language; the sheet brings it, and it is read once. */
export const wordsOf = ({ dataset }) => {
  if (read.text !== dataset.words) Object.assign(read, { text: dataset.words, words: JSON.parse(dataset.words) })
  return read.words
}
const read = {}

const today = ({ language }) => new Date().toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" })

/** Shows the number of the reader's place; all of them, those sold with this paper first, where no place is known. */
function showNumbers(sheet, { place, paper }) {
  const calls = [...sheet.querySelectorAll(".call")]
  const wanted = calls.find(each => each.dataset.place === place)
  for (const call of calls) call.hidden = wanted !== undefined && call !== wanted
  const first = calls.filter(each => paper && each.dataset.paper === paper)
  if (first.length) calls[0].before(...first)
}

/** The options with the place that this device keeps, where the address names none. */
export const withPlace = options => options.place ? options : { ...options, place: readPlace() }

const blankDose = ({ blank }) => element("p", { class: "dose dose-blank" },
  blank.split("{gap}").flatMap((part, index) => index ? [gap(), part] : part))
const gap = () => element("i", { class: "gap" })

/** Names the paper for the print rules, which only the root of the page can choose. */
export function applyPaper(paper) {
  if (paper) document.documentElement.dataset.paper = paper
  else delete document.documentElement.dataset.paper
}

/**
 * Puts tick tables for the options' weeks on a sheet, four abreast: the first above the foot, further ones below it, so
 * that the first page stays whole. Rows have a label cell and whether left and right are ticked apart.
 */
export function placeTicks(sheet, rows, options) {
  const { weeks } = options
  for (const old of sheet.querySelectorAll(".ticks")) old.remove()
  const tables = Array.from({ length: Math.ceil(weeks / WEEKS_ABREAST) }, (_, index) =>
    tickTable(rows, index * WEEKS_ABREAST + 1, Math.min((index + 1) * WEEKS_ABREAST, weeks), options, wordsOf(sheet)))
  sheet.querySelector(".foot").before(tables[0])
  sheet.append(...tables.slice(1))
}

function tickTable(rows, first, last, options, words) {
  const days = (last - first + 1) * DAYS
  const count = { length: days * HALVES }
  const halves = Array.from(count, () => element("col", { class: "tick-half" }))
  const columns = element("colgroup", {}, element("col", { class: "tick-name" }), halves)
  const weeks = Array.from({ length: last - first + 1 }, (_, index) =>
    element("th", { colspan: DAYS * HALVES, scope: "colgroup", class: "week" }, fill(words.tick_week, { n: first + index })))
  return element("table", { class: "ticks" }, columns,
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, rows.some(row => row.sided) ? words.tick_sides : words.tick), weeks)),
    element("tbody", {}, rows.map(row => element("tr", {}, row.label.cloneNode(true), boxes(row.sided, days)))),
    writtenLines(first, last, options, words))
}

/** Rows to write on: the goal in words, once; then each week a number from 0 to 10 for the goal, the pain or both. */
function writtenLines(first, last, { goal, pain, plan }, said) {
  const rated = [goal && "goal", pain && "pain"].filter(Boolean)
  if (!rated.length && !plan) return null
  const weeks = Array.from({ length: last - first + 1 }, () => rated)
  const row = (words, cells) => element("tr", {}, element("th", { scope: "row" }, words), cells)
  const words = element("td", { class: "line week", colspan: weeks.length * DAYS * HALVES })
  return element("tfoot", {},
    plan && first === 1 ? row(said.plan_to_write, words.cloneNode()) : null,
    goal && first === 1 ? row(said.goal_to_write, words) : null,
    rated.length ? row(said[rated.length > 1 ? "both_rated" : `${rated[0]}_rated`], weeks.flatMap(week => week.map(ratedCell))) : null)
}

const ratedCell = (name, index, both) => element("td", {
  class: ["line", index === 0 && "week", both.length > 1 && (index === 0 ? "left" : "right")].filter(Boolean).join(" "),
  colspan: DAYS * HALVES / both.length,
})

function boxes(sided, days) {
  return Array.from({ length: days }, (_, day) => {
    const edge = day % DAYS === 0 ? " week" : ""
    return sided
      ? [element("td", { class: `left${edge}` }), element("td", { class: "right" })]
      : element("td", { class: `day${edge}`, colspan: HALVES })
  }).flat()
}

/** The rows of a sheet that is already on the page. */
export const tickRows = table => [...table.tBodies[0].rows].map(row => ({
  label: row.cells[0],
  sided: row.querySelector(".left") !== null,
}))

/** The places of a sheet's emergency numbers: [id, words]. */
export const placesOn = sheet => [...sheet.querySelectorAll(".call")].map(each => [each.dataset.place, each.textContent])

/** The controls for `options` in a handbook's own words; `change` gets the new ones at every choice. */
export function optionControls(options, places, words, change) {
  const set = (name, value) => {
    options = { ...options, [name]: value }
    change(options)
  }
  const setPlace = id => {
    writePlace(id)
    set("place", id)
  }
  const weeks = Array.from({ length: MOST_WEEKS }, (_, index) => [index + 1, index + 1])
  const papers = { "": words.print_own_paper, a4: "A4", letter: words.print_us_letter }
  const label = (said, control) => element("label", {}, `${said} `, control)
  return element("fieldset", { class: "options" }, element("legend", {}, words.print_how),
    label(words.print_paper, choice(papers, options.paper, id => set("paper", id))),
    label(words.print_place, choice([["", words.print_all_places], ...places], options.place, setPlace)),
    label(words.print_weeks, choice(weeks, options.weeks, count => set("weeks", Number(count)))),
    SWITCHES.map(name => tick(words[`print_${name.replace("-", "_")}`], options[name], on => set(name, on))))
}
