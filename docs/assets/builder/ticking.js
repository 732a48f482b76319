/** On the reader's own sheet: ticks in the boxes of the days on which the same moves were done. */
import { readDays } from "../days/log.js"
import { tickDays } from "../days/ticked.js"
import { tick } from "../page/controls.js"
import { TICK } from "./forms.js"

function daysDone({ sheet }) {
  const own = sheet.items.map(item => item.id).join(" ")
  return readDays().filter(each => each.kind === "sheet" && each.items.join(" ") === own)
}

/** The box to tick, where there is such a day. */
export function tickControl(builder) {
  if (!daysDone(builder).length) return null
  return tick(builder.catalogue.words.print_done, builder.ticking, on => {
    builder.ticking = on
    builder.show({ rebuild: false })
  }, TICK)
}

/** A drawn sheet with its days ticked, if the reader wants them. */
export function ticked(builder, drawn) {
  if (builder.ticking) tickDays(drawn, daysDone(builder))
  return drawn
}
