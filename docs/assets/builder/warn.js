/** What to warn about on a sheet, by row, and the button that does something about it. */
import { fill, forNumber } from "../page/phrases.js"
import { said } from "../page/words.js"

const MANY = 8
const TOO_MUCH = 2
/** What the button of a warning does: take the row away, or give it the handbook's dose. */
export const REMOVE = "remove"
export const DOSE = "dose"

/** Every warning the data give, the weightiest first: { at: its row, or null for the whole sheet, words, act }. */
export function warnings(sheet, catalogue, cautions) {
  const pairs = sheet.items.map(item => [item, catalogue.exercises.get(item.id)])
  return [
    ...pairs.flatMap(([, exercise], at) => careWarnings(exercise, catalogue, cautions, at)),
    ...pairs.flatMap(([, exercise], at) => phaseWarning(sheet, exercise, catalogue, at)),
    ...pairs.flatMap(([item, exercise], at) => doseWarning(item, exercise, at)),
    ...equalStretches(pairs, catalogue),
    ...manyWarning(pairs.length),
  ]
}

function careWarnings(exercise, { cautions: known }, cautions, at) {
  return exercise.care.filter(each => cautions.has(each.caution)).map(each => {
    const words = fill(each.skip ? said.builder.warn_skip : said.builder.warn_care,
      { name: exercise.name, caution: known.get(each.caution).filter, care: each.do })
    return { at, words, act: each.skip ? REMOVE : null }
  })
}

function phaseWarning(sheet, exercise, catalogue, at) {
  if (!sheet.phase || exercise.phases.includes(sheet.phase)) return []
  const words = sheet.phase === catalogue.fresh && catalogue.goals.get(exercise.goal)?.effort
    ? fill(said.builder.warn_hard, { name: exercise.name, when: catalogue.lines.fresh })
    : fill(said.builder.warn_phase, { name: exercise.name, phase: catalogue.phases.get(sheet.phase).name.toLowerCase() })
  return [{ at, words, act: REMOVE }]
}

function doseWarning(item, exercise, at) {
  const work = each => each.sets * each.repetitions * (each.hold + exercise.dose.move)
  return work(item) > TOO_MUCH * work(exercise.dose)
    ? [{ at, words: fill(said.builder.warn_dose, exercise), act: DOSE }]
    : []
}

function equalStretches(pairs, catalogue) {
  const stretches = pairs.map(([, exercise], at) => ({ exercise, at }))
    .filter(({ exercise }) => catalogue.goals.get(exercise.goal)?.stretches)
  return stretches.flatMap((first, index) => stretches.slice(index + 1).flatMap(second => {
    const muscle = first.exercise.main.find(id => second.exercise.main.includes(id))
    return muscle ? [{ at: second.at, words: sameStretch(first.exercise, second.exercise, catalogue.muscles.get(muscle)), act: REMOVE }] : []
  }))
}

const sameStretch = (first, second, muscle) => first.id === second.id
  ? fill(said.builder.warn_twice, first)
  : fill(said.builder.warn_same, { name: first.name, other: second.name, muscle: muscle.name })

const manyWarning = count => count > MANY
  ? [{ at: null, words: forNumber(said.builder.warn_many, count, said.builder, { most: MANY, over: count - MANY }), act: null }]
  : []
