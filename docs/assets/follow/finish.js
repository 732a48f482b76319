/** The end of a run: what was done, kept on this device if the reader wants it, in a few quiet words. */
import { today } from "../days/day.js"
import { addDone } from "../days/log.js"
import { root } from "../page/catalogue.js"
import { button, element } from "../page/element.js"
import { stopNow } from "./today.js"
import { dangerIn } from "./danger.js"
import { shortName } from "./words.js"

const AMBER = 4
const RED = 6
const LONGEST_LINE = 140

/** The panel's parts. */
export function finish(player) {
  const { run } = player
  const pain = painField(player)
  const line = element("input", { type: "text", maxlength: LONGEST_LINE, autocomplete: "off" })
  const said = element("div", { role: "status" })
  const tickOff = button("Tick it off for today", () => tick(player, pain, line.value, said, tickOff), { class: "follow-main" })
  const asks = run.done.length > 0 && !player.ticked
  return [
    element("h2", {}, run.ended ? "That was the last one" : "Enough for today"),
    element("p", {}, doneInWords(run)),
    ...asks ? [tickOff, pain.field, element("label", { class: "follow-line" }, "A line for yourself, if you like ", line)] : [],
    said,
    button("Back to the page", () => player.close()),
    element("p", { class: "follow-small" }, "Ticks stay on this device. Your browser may clear them one day: ",
      element("a", { href: new URL("days/", root).href }, "see what you did, and save it as a file"), "."),
  ].filter(Boolean)
}

function doneInWords(run) {
  const left = run.items.flatMap((item, at) => run.isDone(at) ? [] : [shortName(run.catalogue.exercises.get(item.id))])
  const count = run.items.length
  const done = `${run.done.length} of ${count} exercise${count === 1 ? "" : "s"} done.`
  return left.length ? `${done} Left out: ${left.join(", ")}.` : done
}

/** Eleven buttons, none pressed at first; a high number is answered in the words of the traffic light. */
function painField({ data: { traffic_light: light } }) {
  const field = { value: null }
  const answer = element("p", { role: "status" })
  const press = number => {
    field.value = field.value === number ? null : number
    buttons.forEach((each, at) => each.setAttribute("aria-pressed", String(at === field.value)))
    const colour = number >= RED ? light.red : number >= AMBER ? light.amber : light.green
    answer.textContent = field.value === null ? "" : `${colour.name}. ${colour.feeling} ${colour.action}`
  }
  const buttons = Array.from({ length: 11 }, (_, number) => button(String(number), () => press(number), { "aria-pressed": "false" }))
  field.field = element("fieldset", { class: "follow-pain" },
    element("legend", {}, "Pain now, 0 to 10, if you like"), element("div", {}, buttons), answer)
  return field
}

async function tick(player, pain, words, said, tickOff) {
  const { run } = player
  const skipped = run.items.flatMap((_, at) => run.isDone(at) ? [] : [at])
  const done = { day: today(), kind: run.plan.kind, id: run.plan.id, title: run.plan.title,
    items: run.items.map(item => item.id), skipped, pain: pain.value, line: words }
  const kept = addDone(done)
  said.textContent = kept ? "Ticked off." : "This device does not let the page keep anything. Nothing is lost but the tick."
  tickOff.disabled = player.ticked = kept
  navigator.storage?.persist?.().catch(() => {})
  if (words.trim() && await dangerIn(words)) player.view.showPanel(...stopNow(player, words.trim()))
}
