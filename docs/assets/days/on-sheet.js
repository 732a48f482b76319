/** On a ready sheet: prints ticks into the boxes of the days on which its routine was done. */
import { element } from "../page/element.js"
import { readDays } from "./log.js"

const DAY = 24 * 60 * 60 * 1000
const slug = location.pathname.split("/").filter(Boolean).at(-2)
const [bar, sheet] = [document.querySelector(".bar"), document.querySelector("main .sheet")]
const done = readDays().filter(each => each.kind === "routine" && each.id === slug)

/** Puts the ticks in; the grid begins with the first day that still fits its weeks. */
function fill(on) {
  for (const old of sheet.querySelectorAll(".tick-done")) old.classList.remove("tick-done")
  if (!on) return
  const tables = [...sheet.querySelectorAll(".ticks")].map(table => [...table.tBodies[0].rows])
  const rows = tables[0].map((_, at) => tables.flatMap(table => boxesOf(table[at])))
  const days = rows[0].length
  const last = dayNumber(done.at(-1).day)
  const first = done.map(each => dayNumber(each.day)).find(day => last - day < days)
  const moves = movesOf(tables[0])
  for (const each of done) for (const [at, row] of rows.entries())
    if (!moves[at].every(move => each.skipped.includes(move)))
      row[dayNumber(each.day) - first]?.forEach(box => box.classList.add("tick-done"))
}

/** The moves that each row stands for: one, or those of a part. */
function movesOf(rows) {
  let next = 0
  return rows.map(row => Array.from({ length: Number(row.cells[0].dataset.moves ?? 1) }, () => next++))
}

const dayNumber = day => Date.parse(`${day}T00:00Z`) / DAY

/** The boxes of a row, day by day: one, or left and right. */
function boxesOf(row) {
  const cells = [...row.cells].slice(1)
  return cells.filter(cell => !cell.classList.contains("right"))
    .map(cell => cell.classList.contains("left") ? [cell, cell.nextElementSibling] : [cell])
}

if (bar && sheet && done.length) {
  const box = element("input", { type: "checkbox", on: { change: () => fill(box.checked) } })
  bar.append(element("label", { class: "bar-done" }, box, " Tick the days I did"))
  new MutationObserver(() => fill(box.checked)).observe(sheet, { childList: true })
}
