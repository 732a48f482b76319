/** On a ready sheet: prints ticks into the boxes of the days on which its routine was done. */
import { tick } from "../page/controls.js"
import { readDays } from "./log.js"
import { wordsOf } from "../sheet/options.js"
import { tickDays } from "./ticked.js"

const slug = location.pathname.split("/").filter(Boolean).at(-2)
const [bar, sheet] = [document.querySelector(".bar"), document.querySelector("main .sheet")]
const done = readDays().filter(each => each.kind === "routine" && each.id === slug)

if (bar && sheet && done.length) {
  let ticked = false
  const fill = () => tickDays(sheet, ticked ? done : [])
  bar.append(tick(wordsOf(sheet).print_done, ticked, on => {
    ticked = on
    fill()
  }, { class: "bar-done" }))
  new MutationObserver(fill).observe(sheet, { childList: true })
}
