/** A dose in the words of the handbook's own sheets. Pure: no page. */
import { fill, forNumber } from "../page/phrases.js"

/** Seconds in words, such as "1 minute 30 seconds". */
export function span(seconds, { words }) {
  const parts = [[Math.floor(seconds / 60), words.minute], [seconds % 60, words.second]]
  return parts.filter(([count]) => count).map(([count, forms]) => forNumber(forms, count, words)).join(" ")
}

/** How often, such as "3 times a day". */
export const often = (item, { words }) => fill(words[item.per], { times: forNumber(words.time, item.times, words) })

/** How many times, and on which sides. */
function repeat(exercise, { repetitions, side = "both" }, words) {
  const times = forNumber(words.time, repetitions, words)
  if (exercise.sides === "together") return times
  return fill(side === "both" ? words.each_side : words[`${side}_only`], { times })
}

/** One round on one line, such as "Hold 5 seconds · 8 times each side · 2 sets". */
export function doseLine(exercise, item, catalogue) {
  const { words } = catalogue
  const once = item.repetitions === 1 && exercise.sides === "together"
  return [
    item.hold ? fill(exercise.brief, { time: span(item.hold, catalogue) }) : words.moving,
    once ? "" : repeat(exercise, item, words),
    item.sets > 1 ? forNumber(words.sets, item.sets, words) : "",
  ].filter(Boolean).join(" · ")
}
