/** Doses in words and minutes, the same words and the same sum as the handbook's own sheets, and what to warn about. */
const ONCE = { 1: "once", 2: "twice" }
const STAY = { aerobic: "Keep going for", release: "Stay for" }
const MANY = 8
const TOO_MUCH = 2

/** How many times, in words: once, twice, 3 times. */
export const times = count => ONCE[count] ?? `${count} times`

/** Seconds in words, such as "1 minute 30 seconds". */
export function span(seconds) {
  const parts = [[Math.floor(seconds / 60), "minute"], [seconds % 60, "second"]]
  return parts.filter(([count]) => count).map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`).join(" ")
}

/** How often, such as "3 times a day". */
export const often = item => `${times(item.times)} a ${item.per}`

/** What to do in the end position, such as "Hold for 5 seconds". */
export const stay = (exercise, hold) =>
  hold ? `${STAY[exercise.goal] ?? "Hold for"} ${span(hold)}` : "Keep moving"

const sideWords = (exercise, side) => {
  if (exercise.sides === "together") return ""
  return side === "both" ? " each side" : ` on the ${side} side only`
}

/** One round on one line, such as "Hold 5 seconds · 8 times each side · 2 sets". */
export function doseLine(exercise, item) {
  const sets = item.sets > 1 ? `${item.sets} sets` : ""
  const once = item.repetitions === 1 && exercise.sides === "together"
  const repeat = once ? "" : times(item.repetitions) + sideWords(exercise, item.side ?? "both")
  return [stay(exercise, item.hold).replace("Hold for", "Hold"), repeat, sets].filter(Boolean).join(" · ")
}

/** Seconds of one round: sets × repetitions × sides × (hold + movement) + rests + change-over, as Dose.seconds. */
export function seconds(exercise, item, pace) {
  const sides = exercise.sides === "together" || item.side !== "both" ? 1 : 2
  const work = item.sets * item.repetitions * sides * (item.hold + exercise.dose.move)
  return work + (item.sets - 1) * pace.rest + pace.change_over
}

/** Whole minutes of one round of the sheet, rounded up. */
export function minutes(sheet, catalogue) {
  const all = sheet.items.map(item => seconds(catalogue.exercises.get(item.id), item, catalogue.pace))
  return Math.ceil(all.reduce((sum, each) => sum + each, 0) / 60)
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
  if (sheet.phase === "first-days" && exercise.goal === "strength")
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
