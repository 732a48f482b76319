/** One run through a plan: its cues, where it stands, and what a reader may do to it. No page. */
import { Clock } from "./clock.js"
import { cueList, runSeconds } from "./cues.js"

const WAITING = new Set(["read", "ready", "change", "rest"])
/** Seconds: going back so soon after a start means the one before. */
const JUST_BEGUN = 3

export class Run {
  /** `plan` is { kind, id, title, items }; `kept` is what an earlier run said of itself. */
  constructor(plan, catalogue, { now = Date.now, kept = null } = {}) {
    this.plan = plan
    this.catalogue = catalogue
    this.items = kept?.items ?? plan.items
    this.slow = kept?.slow ?? 1
    this.skipped = new Set(kept?.skipped ?? [])
    this.began = kept?.began ?? now()
    this.clock = new Clock(now, kept?.clock)
    this.list()
  }

  /** A fresh run of another plan, by the same clock. */
  with(plan) {
    return new Run(plan, this.catalogue, { now: this.clock.now })
  }

  list() {
    this.cues = cueList(this.items, this.catalogue, this.slow)
    this.legs = this.cues.flatMap((cue, index) =>
      WAITING.has(cue.kind) && !WAITING.has(this.cues[index - 1]?.kind) ? [index] : [])
  }

  // --- where it stands

  get position() {
    return Math.min(this.clock.position, this.total)
  }

  get total() {
    return runSeconds(this.cues)
  }

  get index() {
    return dueAt(this.cues, this.clock.position)
  }

  /** The cue that is due, or undefined after the end. */
  get cue() {
    return this.cues[this.index]
  }

  get ended() {
    return this.index >= this.cues.length
  }

  exerciseOf(cue) {
    return this.catalogue.exercises.get(this.items[cue.item].id)
  }

  /** Whether an item's last cue is over, and it was not skipped. */
  isDone(item) {
    const last = this.cues.findLast(cue => cue.item === item)
    return !this.skipped.has(item) && (!last || last.until <= this.clock.position)
  }

  get done() {
    return this.items.flatMap((_, item) => this.isDone(item) ? [item] : [])
  }

  /** All that has to be kept for the run to go on after a reload. */
  get kept() {
    const { plan, items, slow, skipped, began, clock } = this
    return { plan, items, slow, skipped: [...skipped], began, clock: clock.kept }
  }

  // --- what a reader does

  /** To the start of this side or set; just after it, to the one before. */
  back() {
    const leg = this.legAt(this.index)
    const begun = this.clock.position - this.cues[this.legs[leg]].at
    this.toLeg(begun < JUST_BEGUN ? Math.max(0, leg - 1) : leg)
  }

  /** The same side once more: the one at hand, or the one just finished. */
  repeatSide() {
    const leg = this.legAt(this.index)
    const waits = !this.ended && WAITING.has(this.cue.kind)
    const again = Math.max(0, waits ? leg - 1 : leg)
    const work = this.cues.find((cue, index) => index >= this.legs[again] && !WAITING.has(cue.kind))
    this.clock.jump(Math.max(this.cues[this.legs[again]].at, work.at - this.catalogue.pace.ready))
  }

  /** On to the next exercise; this one counts as left out. */
  skip() {
    if (this.ended) return
    const { item } = this.cue
    this.skipped.add(item)
    this.clock.jump(this.cues.findLast(cue => cue.item === item).until)
  }

  /** Puts another exercise, or an easier way, in the place of the one at hand, and starts it anew. */
  swap(changed) {
    const { item } = this.cue
    this.items = this.items.with(item, changed)
    this.list()
    this.clock.jump(this.cues.find(cue => cue.item === item).at)
  }

  /** Another pace, without leaving the place: holds stay as they are, all else is stretched. */
  setSlow(slow) {
    const index = Math.min(this.index, this.cues.length - 1)
    const { at, until } = this.cues[index]
    const share = (this.position - at) / (until - at)
    this.slow = slow
    this.list()
    const now = this.cues[index]
    this.clock.jump(now.at + share * (now.until - now.at))
  }

  // --- legs: one set of one side, with the wait before it

  legAt(index) {
    return Math.max(0, this.legs.findLastIndex(start => start <= index))
  }

  toLeg(leg) {
    const cue = this.cues[this.legs[leg]]
    this.skipped.delete(cue.item)
    this.clock.jump(cue.at)
  }
}

/** The index of the cue that is due at a time; after the end it is the length of the list. */
function dueAt(cues, time) {
  let [low, high] = [0, cues.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cues[middle].until <= time) low = middle + 1
    else high = middle
  }
  return low
}
