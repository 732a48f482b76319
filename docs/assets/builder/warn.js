/** What to warn about on a sheet, by row, and the button that does something about it. Pure: no page. */
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
    const words = known.get(each.caution).filter
    return each.skip
      ? { at, words: `Leave out “${exercise.name}” with ${words}. ${each.do}`, act: REMOVE }
      : { at, words: `“${exercise.name}” with ${words}: ${each.do}`, act: null }
  })
}

function phaseWarning(sheet, exercise, catalogue, at) {
  if (!sheet.phase || exercise.phases.includes(sheet.phase)) return []
  const words = sheet.phase === catalogue.fresh && catalogue.goals.get(exercise.goal)?.effort
    ? `“${exercise.name}” makes muscles work hard. ${catalogue.lines.fresh}: leave this one out.`
    : `“${exercise.name}” is not meant for: ${catalogue.phases.get(sheet.phase).name.toLowerCase()}. Take another move, or another time under “For”.`
  return [{ at, words, act: REMOVE }]
}

function doseWarning(item, exercise, at) {
  const work = each => each.sets * each.repetitions * (each.hold + exercise.dose.move)
  return work(item) > TOO_MUCH * work(exercise.dose)
    ? [{ at, words: `“${exercise.name}” is more than twice the handbook's dose. Begin with less.`, act: DOSE }]
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
  ? `“${first.name}” stands on the sheet twice.`
  : `“${first.name}” and “${second.name}” stretch the same muscle (${muscle.name}). One is enough.`

const manyWarning = count => count > MANY
  ? [{ at: null, words: `${count} exercises are a lot. People keep up ${MANY} or fewer, and the sheet may need a second page. Take out ${count - MANY}.`, act: null }]
  : []
