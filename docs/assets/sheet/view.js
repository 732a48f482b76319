/** A ready-made sheet's options: controls in its bar, and the choice kept in the address (`#letter.large.6-weeks`). */
import { onEveryPage } from "../page/catalogue.js"
import { fitSheet } from "./fit.js"
import { applyOptions, applyPaper, optionControls, placesOn, placeTicks, stampSheet, tickRows, withPlace, wordsOf } from "./options.js"
import { fill } from "../page/phrases.js"
import { readOptions, spellOptions } from "./option-words.js"

/** Here a sheet is shown to be read, as screen.css has it: how it lies on paper is asked for with the print alone. */
const NARROW = matchMedia("(max-width: 52rem)")
let paper = ""

function show(sheet, rows, options) {
  paper = options.paper
  applyPaper(paper)
  applyOptions(sheet, options)
  placeTicks(sheet, rows, options)
  if (!NARROW.matches) fitSheet(sheet, paper)
}

function fitLater(sheet) {
  const fit = () => fitSheet(sheet, paper)
  addEventListener("beforeprint", () => NARROW.matches && fit())
  NARROW.addEventListener("change", () => NARROW.matches || fit())
}

function controls(bar, sheet, rows) {
  const [panel, note] = [bar.querySelector(".bar-options"), bar.querySelector(".bar-note")]
  const read = () => {
    const unknown = []
    const options = withPlace(readOptions(location.hash.slice(1, 200), word => unknown.push(word.slice(0, 30))))
    note.textContent = unknown.length ? fill(wordsOf(sheet).print_unknown, { words: unknown.join(", ") }) : ""
    show(sheet, rows, options)
    panel.querySelector("fieldset")?.remove()
    panel.append(optionControls(options, placesOn(sheet), wordsOf(sheet), changed => keep(sheet, rows, changed)))
  }
  addEventListener("hashchange", read)
  read()
}

// Replaced, not pushed: going back leads to the page before the sheet, not through every tick.
function keep(sheet, rows, options) {
  history.replaceState(null, "", `#${spellOptions(options)}`)
  show(sheet, rows, options)
}

onEveryPage(() => {
  const [bar, sheet] = [document.querySelector(".bar"), document.querySelector("main .sheet")]
  if (!bar || !sheet || bar.dataset.started) return
  bar.dataset.started = "yes"
  const ticks = sheet.querySelector(".ticks")
  if (!ticks) return stampSheet(sheet, withPlace(readOptions("", () => {})))
  controls(bar, sheet, tickRows(ticks))
  fitLater(sheet)
  sheet.classList.add("fitted")
})
