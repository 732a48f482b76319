/** A sheet's minutes, by the same list of cues that a run follows, and what to warn about. */
import { cueList, runSeconds } from "../follow/cues.js"

const MANY = 8
const TOO_MUCH = 2

/** Whole minutes of one round of the sheet, rounded up. */
export function minutes(sheet, catalogue) {
  return Math.ceil(runSeconds(cueList(sheet.items, catalogue)) / 60)
}

/** Who must leave an exercise out, such as "thin bones". */
export const leftOut = (exercise, { cautions }) =>
  exercise.care.filter(each => each.skip).map(each => cautions.get(each.caution).filter)

/** Who leaves moves out (`skip`) or takes care with them: [words, numbers of the moves], by caution. */
export function careWith(exercises, { cautions }, skip) {
  const asks = (exercise, id) => exercise.care.some(each => each.caution === id && each.skip === skip)
  return [...cautions].map(([id, { filter }]) =>
    [filter, exercises.flatMap((exercise, index) => asks(exercise, id) ? [index + 1] : [])]).filter(([, moves]) => moves.length)
}

/** Every warning the data give about a sheet, the weightiest first; `cautions` are the ids the reader ticked. */
export function warnings(sheet, catalogue, cautions) {
  const pairs = sheet.items.map(item => [item, catalogue.exercises.get(item.id)])
  return [
    ...pairs.flatMap(([, exercise]) => careWarnings(exercise, catalogue, cautions)),
    ...pairs.flatMap(([, exercise]) => phaseWarning(sheet, exercise, catalogue)),
    ...pairs.flatMap(([item, exercise]) => doseWarning(item, exercise)),
    ...equalStretches(pairs, catalogue),
    ...(sheet.items.length > MANY
      ? [`${sheet.items.length} exercises are a lot. People keep up ${MANY} or fewer, and the sheet may need a second page.`]
      : []),
  ]
}

function careWarnings(exercise, catalogue, cautions) {
  return exercise.care.filter(each => cautions.has(each.caution)).map(each => {
    const words = catalogue.cautions.get(each.caution).filter
    return each.skip
      ? `Leave out “${exercise.name}” with ${words}. ${each.do}`
      : `“${exercise.name}” with ${words}: ${each.do}`
  })
}

function phaseWarning(sheet, exercise, catalogue) {
  if (!sheet.phase || exercise.phases.includes(sheet.phase)) return []
  if (sheet.phase === "first-days" && catalogue.goals.get(exercise.goal)?.effort)
    return [`“${exercise.name}” is a strength move. Leave it out in the first days of a spasm.`]
  return [`“${exercise.name}” is not meant for: ${catalogue.phases.get(sheet.phase).name.toLowerCase()}.`]
}

function doseWarning(item, exercise) {
  const work = each => each.sets * each.repetitions * (each.hold + exercise.dose.move)
  return work(item) > TOO_MUCH * work(exercise.dose)
    ? [`“${exercise.name}” is more than ${TOO_MUCH === 2 ? "twice" : TOO_MUCH} the handbook's dose.`]
    : []
}

function equalStretches(pairs, catalogue) {
  const found = []
  const stretches = pairs.map(([, exercise]) => exercise).filter(exercise => exercise.goal === "stretch")
  stretches.forEach((first, index) => {
    for (const second of stretches.slice(index + 1)) {
      const muscle = first.main.find(id => second.main.includes(id))
      if (muscle) found.push(sameStretch(first, second, catalogue.muscles.get(muscle)))
    }
  })
  return found
}

const sameStretch = (first, second, muscle) => first.id === second.id
  ? `“${first.name}” stands on the sheet twice.`
  : `“${first.name}” and “${second.name}” stretch the same muscle (${muscle.name}). One is enough.`
