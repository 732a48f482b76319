/** On a ready sheet: prints ticks into the boxes of the days on which its routine was done. */
import { element } from "../page/element.js"
import { readDays } from "./log.js"
import { tickDays } from "./ticked.js"

const slug = location.pathname.split("/").filter(Boolean).at(-2)
const [bar, sheet] = [document.querySelector(".bar"), document.querySelector("main .sheet")]
const done = readDays().filter(each => each.kind === "routine" && each.id === slug)

if (bar && sheet && done.length) {
  const fill = () => tickDays(sheet, box.checked ? done : [])
  const box = element("input", { type: "checkbox", on: { change: fill } })
  bar.append(element("label", { class: "bar-done" }, box, " Tick the days I did"))
  new MutationObserver(fill).observe(sheet, { childList: true })
}
