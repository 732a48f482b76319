/** Exercises and sheets counted, a sheet's minutes, by the same list of cues that a run follows, and who leaves moves out or takes care with them. */
import { cueList, runSeconds } from "../follow/cues.js"
import { fill, forNumber } from "../page/phrases.js"
import { said } from "../page/words.js"

/** How many exercises there are, such as "1 exercise". */
export const exercises = count => forNumber(said.builder.count, count, said.builder)

/** Whole minutes of one round of the sheet, rounded up. */
export function minutes(sheet, catalogue) {
  return Math.ceil(runSeconds(cueList(sheet.items, catalogue)) / 60)
}

/** How long one round takes, in words. */
export const oneRound = (sheet, catalogue) =>
  fill(catalogue.words.own_takes, { minutes: forNumber(catalogue.words.minute, minutes(sheet, catalogue), catalogue.words) })

/** Who must leave an exercise out, such as "thin bones". */
export const leftOut = (exercise, { cautions }) =>
  exercise.care.filter(each => each.skip).map(each => cautions.get(each.caution).filter)

/** Who leaves moves out (`skip`) or takes care with them: [words, numbers of the moves], by caution. */
export function careWith(exercises, { cautions }, skip) {
  const asks = (exercise, id) => exercise.care.some(each => each.caution === id && each.skip === skip)
  return [...cautions].map(([id, { filter }]) =>
    [filter, exercises.flatMap((exercise, index) => asks(exercise, id) ? [index + 1] : [])]).filter(([, moves]) => moves.length)
}
