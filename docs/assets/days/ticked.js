/** Ticks in the boxes of a sheet for the days on which it was done. */
import { daysBetween } from "./day.js"

/** Puts the ticks of `done` in, or takes all away; the grid begins with the first day that still fits its weeks. */
export function tickDays(sheet, done) {
  for (const old of sheet.querySelectorAll(".tick-done")) old.classList.remove("tick-done")
  if (!done.length) return
  const tables = [...sheet.querySelectorAll(".ticks")].map(table => [...table.tBodies[0].rows])
  const rows = tables[0].map((_, at) => tables.flatMap(table => boxesOf(table[at])))
  const days = rows[0].length
  const last = done.at(-1).day
  const first = done.map(each => each.day).find(day => daysBetween(day, last) < days)
  const moves = movesOf(tables[0])
  for (const each of done) for (const [at, row] of rows.entries())
    if (!moves[at].every(move => each.skipped.includes(move)))
      row[daysBetween(first, each.day)]?.forEach(box => box.classList.add("tick-done"))
}

/** The moves that each row stands for: one, or those of a part. */
function movesOf(rows) {
  let next = 0
  return rows.map(row => Array.from({ length: Number(row.cells[0].dataset.moves ?? 1) }, () => next++))
}

/** The boxes of a row, day by day: one, or left and right. */
function boxesOf(row) {
  const cells = [...row.cells].slice(1)
  return cells.filter(cell => !cell.classList.contains("right"))
    .map(cell => cell.classList.contains("left") ? [cell, cell.nextElementSibling] : [cell])
}
