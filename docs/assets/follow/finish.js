/** The end of a run: what was done, kept on this device if the reader wants it, in a few quiet words. */
import { today } from "../days/day.js"
import { addDone } from "../days/log.js"
import { root } from "../page/catalogue.js"
import { button, element } from "../page/element.js"
import { fill, forNumber, parts } from "../page/phrases.js"
import { stopNow } from "./today.js"
import { dangerIn } from "./danger.js"
import { shortName, wordsOf } from "./words.js"

const AMBER = 4
const RED = 6
const LONGEST_LINE = 140

/** The panel's parts. */
export function finish(player) {
  const { run } = player
  const words = wordsOf(run)
  const pain = painField(player)
  const line = element("input", { type: "text", maxlength: LONGEST_LINE, autocomplete: "off" })
  const said = element("div", { role: "status" })
  const tickOff = button(words.tick, () => tick(player, pain, line.value, said, tickOff), { class: "follow-main" })
  const asks = run.done.length > 0 && !player.ticked
  return [
    element("h2", {}, run.ended ? words.last_one : words.enough),
    element("p", {}, doneInWords(run)),
    ...asks ? [tickOff, pain.field, element("label", { class: "follow-line" }, `${words.line} `, line)] : [],
    said,
    button(words.to_page, () => player.close()),
    element("p", { class: "follow-small" },
      parts(words.ticks_stay, { link: element("a", { href: new URL("days/", root).href }, words.see_days) })),
  ].filter(Boolean)
}

function doneInWords(run) {
  const left = run.items.flatMap((item, at) => run.isDone(at) ? [] : [shortName(run.catalogue.exercises.get(item.id))])
  const words = wordsOf(run)
  const done = forNumber(words.done, run.items.length, run.catalogue.words, { done: run.done.length })
  return left.length ? `${done} ${fill(words.left_out, { names: left.join(", ") })}` : done
}

/** Eleven buttons, none pressed at first; a high number is answered in the words of the traffic light. */
function painField({ run, data: { traffic_light: light } }) {
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
    element("legend", {}, wordsOf(run).pain), element("div", {}, buttons), answer)
  return field
}

async function tick(player, pain, line, said, tickOff) {
  const { run } = player
  const skipped = run.items.flatMap((_, at) => run.isDone(at) ? [] : [at])
  const done = { day: today(), kind: run.plan.kind, id: run.plan.id, title: run.plan.title,
    items: run.items.map(item => item.id), skipped, pain: pain.value, line }
  const kept = addDone(done)
  said.textContent = kept ? wordsOf(run).ticked : wordsOf(run).not_kept
  tickOff.disabled = player.ticked = kept
  navigator.storage?.persist?.().catch(() => {})
  if (line.trim() && await dangerIn(line)) player.view.showPanel(...stopNow(player, line.trim()))
}
