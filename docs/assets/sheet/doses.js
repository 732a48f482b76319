/** A dose in the words of the handbook's own sheets. Pure: no page. */
const ONCE = { 1: "once", 2: "twice" }

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
  hold ? `${exercise.stay} ${span(hold)}` : "Keep moving"

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
