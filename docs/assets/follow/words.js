/** What a run says and shows at a cue: on the screen, aloud, and to a screen reader. Pure: no page. */
import { span } from "../sheet/doses.js"

const AT_WORK = { aerobic: "Keep going", release: "Stay" }
const LONGEST_SAID = 140 // signs: about 10 seconds aloud
const COUNTED_ALOUD = 10 // seconds of a hold; shorter ones are only ticked
const NUMBERS = ["", "One", "Two", "Three"]

/** The name without what stands in brackets after it. */
export const shortName = exercise => exercise.name.split(" (")[0]

/** The one or two words that say what to do now. */
export function order(run, cue) {
  if (!cue) return "Done"
  const { goal } = run.exerciseOf(cue)
  return {
    read: cue.item ? "Next" : "First",
    ready: "Get ready",
    in: "Go",
    hold: AT_WORK[goal] ?? "Hold",
    out: "Come back",
    move: "Move",
    change: "Change sides",
    rest: "Rest",
  }[cue.kind]
}

/** Side, set and repetition on one line; "" where there is only one of each. */
export function where(run, cue) {
  const repetition = cue.repetitions > 1 ? `Repetition ${cue.repetition} of ${cue.repetitions}` : ""
  return [sideOf(run, cue), repetition, cue.sets > 1 ? `Set ${cue.set} of ${cue.sets}` : ""].filter(Boolean).join(" · ")
}

/** Which side: the first is the pictured one, and a sheet may ask for one alone. */
export function sideOf(run, cue) {
  const { side } = run.items[cue.item]
  if (cue.sides === 1) return side === "left" || side === "right" ? `${side === "left" ? "Left" : "Right"} side only` : ""
  return cue.side === 1 ? "Side 1 of 2, as pictured" : "Side 2 of 2, the other way round"
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
  if (!after) return "Then you have finished."
  if (after.kind === "read") return `Next: ${shortName(run.exerciseOf(after))}`
  if (after.kind === "change") return "Next: the other side, for its full time"
  return `Next: a rest, then set ${after.set} of ${shortName(run.exerciseOf(cue))}`
}

/** Minutes and seconds, such as 7:05. */
export const clockFace = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`

/** What is said aloud at a moment; "" means nothing. No phrase lasts longer than about 10 seconds. */
export function said(run, moment) {
  const { kind, cue } = moment
  if (kind === "half") return "Half-time."
  if (kind === "count") return cue.kind !== "hold" || cue.until - cue.at >= COUNTED_ALOUD ? `${NUMBERS[moment.count]}.` : ""
  return starts(run, cue)
}

/** The same for a screen reader, which hears changes of phase and half-time alone. */
export function announced(run, moment) {
  if (moment.kind === "count" || moment.cue.kind === "out") return ""
  const again = ["in", "move"].includes(moment.cue.kind) || moment.cue.kind === "hold" && moment.cue.repetition > 1
  if (moment.kind === "start" && again) return ""
  const hold = moment.kind === "start" && moment.cue.kind === "hold"
  return hold ? `${order(run, moment.cue)} for ${span(moment.cue.until - moment.cue.at, run.catalogue)}.` : said(run, moment)
}

function starts(run, cue) {
  const exercise = run.exerciseOf(cue)
  if (cue.kind === "read") return introduction(run, cue, exercise)
  if (cue.kind === "ready") return "Get ready."
  if (cue.kind === "change") return "Change sides. Now the other way round, for the full time."
  if (cue.kind === "rest") return `Rest. Then set ${cue.set} of ${cue.sets}: ${shortName(exercise)}.`
  if (cue.kind === "in" || cue.kind === "move") return cue.repetitions > 1 ? `${counted(cue)}.` : "Go."
  if (cue.kind === "out") return cue.repetition === cue.repetitions ? "And come back." : "Back."
  return `${order(run, cue)}.`
}

// Where sides take turns the count alone would come twice.
const counted = cue => cue.side === 2 && cue.inTurn ? "Other side" : String(cue.repetition)

function introduction(run, cue, exercise) {
  const lead = `${cue.item ? "Next" : "First"}: ${shortName(exercise)}.`
  const whole = `${lead} ${how(run, cue)}`
  return whole.length <= LONGEST_SAID ? whole : `${lead} ${exercise.short}`.length <= LONGEST_SAID ? `${lead} ${exercise.short}` : lead
}
