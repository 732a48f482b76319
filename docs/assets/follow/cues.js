/**
 * A run as one list of cues with absolute times, in whole seconds from its start. Pure: no page, no clock.
 *
 * A cue is { kind, at, until, item, set, sets, side, sides, repetition, repetitions, inTurn }; `item` is an index, the
 * rest count from 1; `inTurn` says that each repetition is done on both sides before the next. The kinds, in the order in which an exercise meets them:
 *
 *   read    what comes next, to be read and heard      ready   in place, waiting for the start
 *   in      getting into the end position              hold    staying there
 *   out     coming back                                move    a repetition that is never held
 *   change  from the first side to the second          rest    between two sets
 *
 * The cues of an item last as long as Dose.seconds in generator/model/dose.py says, to the second; `slow` stretches
 * all but the holds.
 */
const COUNT = 3
/** Seconds: holds as long as this are counted down at their end, and have a half-time. */
const COUNTED_FROM = 5
const HALVED_FROM = 20
const BEFORE_WORK = new Set(["ready", "change", "rest"])

/** Every cue of a run; `items` are those of a sheet, `catalogue` knows their exercises and the pace. */
export function cueList(items, catalogue, slow = 1) {
  const cues = []
  let at = 0
  items.forEach((item, index) => {
    for (const [kind, length, where] of parts(item, catalogue.exercises.get(item.id), catalogue.pace)) {
      const until = at + (kind === "hold" ? length : Math.round(length * slow))
      if (until > at) cues.push({ kind, at, until, item: index, ...where })
      at = until
    }
  })
  return cues
}

/** How long a run takes, in seconds. */
export const runSeconds = cues => cues.at(-1)?.until ?? 0

/** The index of the cue that is due at a time; after the end it is the length of the list. */
export function dueAt(cues, time) {
  let [low, high] = [0, cues.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cues[middle].until <= time) low = middle + 1
    else high = middle
  }
  return low
}

const turnsOf = (item, exercise) => exercise.sides === "together" || (item.side ?? "both") !== "both" ? 1 : 2

function* parts(item, exercise, pace) {
  const sides = turnsOf(item, exercise)
  const counts = { sets: item.sets, sides, repetitions: item.repetitions }
  const first = { ...counts, set: 1, side: 1, repetition: 1 }
  yield ["read", pace.change_over - pace.ready, first]
  yield ["ready", pace.ready, first]
  for (let set = 1; set <= item.sets; set++) {
    if (set > 1) yield ["rest", pace.rest, { ...first, set }]
    yield* exercise.sides === "each" && sides === 2
      ? sideBySide(item, exercise, pace, { ...counts, set })
      : inTurn(item, exercise, { ...counts, set })
  }
}

/** The whole first side, then the whole second one. */
function* sideBySide(item, exercise, pace, where) {
  for (let side = 1; side <= where.sides; side++) {
    if (side > 1) yield ["change", pace.change_sides, { ...where, side, repetition: 1 }]
    for (let repetition = 1; repetition <= where.repetitions; repetition++)
      yield* oneRepetition(item, exercise, { ...where, side, repetition })
  }
}

/** Every repetition on each side in turn, or on both at once. */
function* inTurn(item, exercise, where) {
  for (let repetition = 1; repetition <= where.repetitions; repetition++)
    for (let side = 1; side <= where.sides; side++)
      yield* oneRepetition(item, exercise, { ...where, side, repetition, inTurn: where.sides > 1 })
}

function* oneRepetition({ hold }, { dose: { move } }, where) {
  if (!hold) return yield ["move", move, where]
  yield ["in", Math.ceil(move / 2), where]
  yield ["hold", hold, where]
  yield ["out", Math.floor(move / 2), where]
}

/** What happens at moments: the start of every cue, the half of a long hold, and 3-2-1 before an end. In order. */
export const momentsOf = cues => cues.flatMap(cue => [
  { at: cue.at, kind: "start", cue },
  ...isHalved(cue) ? [{ at: Math.round((cue.at + cue.until) / 2), kind: "half", cue }] : [],
  ...isCounted(cue) ? [3, 2, 1].map(count => ({ at: cue.until - count, kind: "count", count, cue })) : [],
])

const isHalved = ({ kind, at, until }) => kind === "hold" && until - at >= HALVED_FROM
const isCounted = ({ kind, at, until }) =>
  BEFORE_WORK.has(kind) ? until - at > COUNT : kind === "hold" && until - at >= COUNTED_FROM
