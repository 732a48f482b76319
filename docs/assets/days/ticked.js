/** Ticks in the boxes of a sheet for the days on which it was done. */
const DAY = 24 * 60 * 60 * 1000

/** Puts the ticks of `done` in, or takes all away; the grid begins with the first day that still fits its weeks. */
export function tickDays(sheet, done) {
  for (const old of sheet.querySelectorAll(".tick-done")) old.classList.remove("tick-done")
  if (!done.length) return
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
