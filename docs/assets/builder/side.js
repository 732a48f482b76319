/** An exercise for one side only: its words and its pictures for that side. Pure: no page. */

const OTHER = { left: "right", right: "left", Left: "Right", Right: "Left" }
const SIDES = /\b(left|right)\b/gi

/** Whether words and pictures show the other side than the one asked for, so that both are turned round. */
export function isTurned(exercise, item) {
  if (exercise.sides === "together" || (item.side ?? "both") === "both") return false
  const named = exercise.one_side.match(SIDES)
  return named !== null && named[0].toLowerCase() !== item.side
}

/** The movement in one line, for the sides that the sheet asks for. */
export function howTo(exercise, item) {
  if (exercise.sides === "together" || (item.side ?? "both") === "both") return exercise.short
  return isTurned(exercise, item) ? exercise.one_side.replace(SIDES, side => OTHER[side] ?? side) : exercise.one_side
}
