/** The guided start decided, by the same rule as generator/deciding.py; a test walks both. Pure. */
import { ticked } from "./path.js"

const EXERCISES = 3

/** The cautions of an answer: those ticked, and those that come with the place. */
export const spared = (table, answers) => [...new Set([...ticked(answers), ...table.where[answers.where]])]

/** The first row that holds for a place, a time and what the reader can get into. */
export const rowFor = (table, { where, since, can }) => table.rows.find(row =>
  row.where.includes(where) && row.since.includes(since) && (!row.can || row.can.includes(can)))

/** How a reader can do an exercise, or undefined; without `told` the picture alone must show it. */
export function wayFor(table, slug, can, spare, told = true) {
  const { ways, leave } = table.moves[slug]
  if (leave.some(each => spare.includes(each))) return undefined
  const barred = spare.flatMap(each => table.spare[each] ?? [])
  const way = ways.find(([position, posture, words]) =>
    table.can[can].includes(position) && !barred.includes(posture) && (told || !words))
  return way?.[0]
}

/** {ending}, or {routine, exercises}; null where the table has no answer. */
export function decide(table, answers) {
  const row = rowFor(table, answers)
  if (!row || row.ending) return row ? { ending: row.ending } : null
  const spare = spared(table, answers)
  const routine = wanted(table, row, spare).find(slug =>
    table.routines[slug].items.every(each => wayFor(table, each, answers.can, spare, false)))
  const [, longest] = table.time[answers.time]
  const phase = table.since[answers.since]
  const exercises = row.exercises.filter(slug =>
    table.moves[slug].seconds[phase] <= longest && wayFor(table, slug, answers.can, spare)).slice(0, EXERCISES)
  return routine && exercises.length === EXERCISES ? { routine, exercises } : null
}

function wanted(table, row, spare) {
  const forThem = slug => table.routines[slug].made_for.some(each => spare.includes(each))
  return [...row.routines.filter(forThem), ...row.routines.filter(slug => !forThem(slug))]
}
