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
