/** The moments of a run at which something is said or rung. Pure: no page, no clock. */
const COUNT = 3
/** Seconds: holds as long as this are counted down at their end, and have a half-time. */
const COUNTED_FROM = 5
const HALVED_FROM = 20
const BEFORE_WORK = new Set(["ready", "change", "rest"])

/** What happens at moments: the start of every cue, the half of a long hold, and 3-2-1 before an end. In order. */
export const momentsOf = cues => cues.flatMap(cue => [
  { at: cue.at, kind: "start", cue },
  ...isHalved(cue) ? [{ at: Math.round((cue.at + cue.until) / 2), kind: "half", cue }] : [],
  ...isCounted(cue) ? [3, 2, 1].map(count => ({ at: cue.until - count, kind: "count", count, cue })) : [],
])

const isHalved = ({ kind, at, until }) => kind === "hold" && until - at >= HALVED_FROM
const isCounted = ({ kind, at, until }) =>
  BEFORE_WORK.has(kind) ? until - at > COUNT : kind === "hold" && until - at >= COUNTED_FROM
