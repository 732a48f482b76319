/** What a run says and shows at a cue: on the screen, aloud, and to a screen reader. Pure: no page. */
import { fill } from "../page/phrases.js"
import { span } from "../sheet/doses.js"

const AT_WORK = { aerobic: "order_keep_going", release: "order_stay" }
const LONGEST_SAID = 140 // signs: about 10 seconds aloud
const COUNTED_ALOUD = 10 // seconds of a hold; shorter ones are only ticked
const NUMBERS = ["", "say_one", "say_two", "say_three"]

/** What a run says, in the handbook's own phrases. */
export const wordsOf = run => run.catalogue.words.follow

/** The name without what stands in brackets after it. */
export const shortName = exercise => exercise.name.split(" (")[0]

/** The one or two words that say what to do now. */
export function order(run, cue) {
  const words = wordsOf(run)
  if (!cue) return words.order_done
  if (cue.kind === "read") return cue.item ? words.order_next : words.order_first
  const { goal } = run.exerciseOf(cue)
  return words[cue.kind === "hold" && AT_WORK[goal] || `order_${cue.kind}`]
}

/** Side, set and repetition on one line; "" where there is only one of each. */
export function where(run, cue) {
  const words = wordsOf(run)
  const repetition = cue.repetitions > 1 ? fill(words.repetition, { n: cue.repetition, total: cue.repetitions }) : ""
  const set = cue.sets > 1 ? fill(words.set, { n: cue.set, total: cue.sets }) : ""
  return [sideOf(run, cue), repetition, set].filter(Boolean).join(" · ")
}

/** Which side: the first is the pictured one, and a sheet may ask for one alone. */
export function sideOf(run, cue) {
  const { side } = run.items[cue.item]
  const words = wordsOf(run)
  if (cue.sides === 1) return words[`${side}_only`] ?? ""
  return cue.side === 1 ? words.first_side : words.second_side
}

/** How to do it: the exercise's one line, or its easier way, and the routine's own note. */
export function how(run, cue, easier) {
  const item = run.items[cue.item]
  return [item.easier && easier ? easier : run.exerciseOf(cue).short, item.note].filter(Boolean).map(sentence).join(" ")
}

const sentence = words => `${words[0].toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`

/** What comes after the exercise, the side or the set at hand. */
export function next(run, index) {
  const cue = run.cues[index]
  const after = run.cues.find((each, at) => at > index && ["read", "change", "rest"].includes(each.kind))
  const words = wordsOf(run)
  if (!after) return words.then_finished
  if (after.kind === "read") return fill(words.next_one, { name: shortName(run.exerciseOf(after)) })
  if (after.kind === "change") return words.next_side
  return fill(words.next_set, { n: after.set, name: shortName(run.exerciseOf(cue)) })
}

/** Minutes and seconds, such as 7:05. */
export const clockFace = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`

/** What is said aloud at a moment; "" means nothing. No phrase lasts longer than about 10 seconds. */
export function said(run, moment) {
  const { kind, cue } = moment
  const words = wordsOf(run)
  if (kind === "half") return words.say_half
  if (kind === "count") return cue.kind !== "hold" || cue.until - cue.at >= COUNTED_ALOUD ? ended(words, words[NUMBERS[moment.count]]) : ""
  return starts(run, cue)
}

/** The same for a screen reader, which hears changes of phase and half-time alone. */
export function announced(run, moment) {
  if (moment.kind === "count" || moment.cue.kind === "out") return ""
  const again = ["in", "move"].includes(moment.cue.kind) || moment.cue.kind === "hold" && moment.cue.repetition > 1
  if (moment.kind === "start" && again) return ""
  const hold = moment.kind === "start" && moment.cue.kind === "hold"
  if (!hold) return said(run, moment)
  return fill(wordsOf(run).say_for, { order: order(run, moment.cue), time: span(moment.cue.until - moment.cue.at, run.catalogue) })
}

const ended = ({ say }, words) => fill(say, { words })

function starts(run, cue) {
  const [exercise, words] = [run.exerciseOf(cue), wordsOf(run)]
  if (cue.kind === "read") return introduction(run, cue, exercise)
  if (cue.kind === "ready") return words.say_ready
  if (cue.kind === "change") return words.say_change
  if (cue.kind === "rest") return fill(words.say_rest, { n: cue.set, total: cue.sets, name: shortName(exercise) })
  if (cue.kind === "in" || cue.kind === "move") return cue.repetitions > 1 ? ended(words, counted(cue, words)) : words.say_go
  if (cue.kind === "out") return cue.repetition === cue.repetitions ? words.say_last_out : words.say_out
  return ended(words, order(run, cue))
}

// Where sides take turns the count alone would come twice.
const counted = (cue, words) => cue.side === 2 && cue.inTurn ? words.say_other_side : String(cue.repetition)

function introduction(run, cue, exercise) {
  const words = wordsOf(run)
  const lead = fill(cue.item ? words.say_next : words.say_first, { name: shortName(exercise) })
  const whole = `${lead} ${how(run, cue)}`
  return whole.length <= LONGEST_SAID ? whole : `${lead} ${exercise.short}`.length <= LONGEST_SAID ? `${lead} ${exercise.short}` : lead
}
