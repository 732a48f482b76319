/** Where a reader left it: the routine done last on this device, as a link. */
import { onEveryPage, root } from "../page/catalogue.js"
import { element } from "../page/element.js"
import { parts } from "../page/phrases.js"
import { said } from "../page/words.js"
import { readDays } from "./log.js"
import { dayInWords } from "./month.js"

onEveryPage(() => {
  const last = readDays().filter(each => each.kind === "routine").at(-1)
  for (const place of last ? document.querySelectorAll("[data-left]") : []) {
    const name = element("a", { href: new URL(`routines/${last.id}/`, root).href }, last.title)
    place.replaceChildren(...parts(said.routines.left, { name, day: dayInWords(last.day) }))
    place.hidden = false
  }
})
