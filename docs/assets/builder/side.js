/** An exercise for one side only: its words and its pictures for that side. Pure: no page. */

/** The one side that a sheet asks for; nothing where it is both. */
const only = (exercise, { side }) => exercise.one_side && side !== "both" ? side : undefined

/** Whether words and pictures show the other side than the one asked for, so that both are turned round. */
export function isTurned(exercise, item) {
  const side = only(exercise, item)
  return side !== undefined && exercise.shown !== undefined && exercise.shown !== side
}

/** The movement in one line, for the sides that the sheet asks for. */
export const howTo = (exercise, item) => exercise.one_side?.[only(exercise, item)] ?? exercise.short
