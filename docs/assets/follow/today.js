/** Too much today? An easier way for this run, a skip or a stop, with the handbook's own stop rules. */
import { button, element } from "../page/element.js"
import { newItem } from "../sheet/state.js"
import { warningLink } from "./setup.js"

/** The panel's parts. */
export function today(player) {
  const { run, data } = player
  const cue = run.cue ?? run.cues.at(-1)
  const exercise = run.exerciseOf(cue)
  const { stop } = data.exercises[exercise.id]
  return [
    element("h2", {}, "Too much today?"),
    element("p", {}, "That is fine. Do less, or stop."),
    element("div", { class: "follow-ways" },
      easierWay(player, cue, exercise),
      way("Leave this one out", "The run goes on with the next exercise.", () => { run.skip(); player.go() }),
      way("Stop for today", "What you have done counts.", () => player.stop()),
      way("Go on", "Nothing changes.", () => player.go())),
    element("h3", {}, "Does one of these fit? Tap it."),
    element("ul", { class: "follow-signs" }, [...data.stop, ...stop].map(sign =>
      element("li", {}, button(sign, () => player.view.showPanel(...stopNow(player, sign)))))),
  ].filter(Boolean)
}

const way = (words, meaning, act) =>
  element("button", { type: "button", on: { click: act } }, element("b", {}, words), element("span", {}, meaning))

/** The easier exercise in the place of this one, where there is one; else the same with easier words. */
function easierWay(player, cue, exercise) {
  const { run, data } = player
  const { easier } = data.exercises[exercise.id]
  const item = run.items[cue.item]
  if (item.easier && !easier.exercise) return null
  const sibling = run.catalogue.exercises.get(easier.exercise)
  const changed = sibling ? { ...newItem(sibling, run.plan.phase === run.catalogue.fresh), note: "" } : { ...item, easier: true }
  const words = sibling ? `Do “${sibling.name}” instead` : "Do it an easier way"
  return way(words, easier.do, () => { run.swap(changed); player.go() })
}

/** What to do when a stop sign fits: the run is over, and the way leads to the warning signs. */
export function stopNow(player, sign) {
  const { data } = player
  const { red } = data.traffic_light
  return [
    element("h2", {}, "Stop now"),
    element("div", { class: "flag" },
      element("p", {}, element("b", {}, sign)),
      element("p", {}, element("b", {}, data.red_flag), " ", warningLink(data)),
      element("p", {}, "Emergency: ", data.emergency.map(line => [phone(line.number), ` (${line.where}) `]).flat())),
    element("p", {}, red.action),
    button("End this run", () => player.stop(), { class: "follow-main" }),
  ]
}

const phone = number => /^[+\d ]+$/.test(number) ? element("a", { href: `tel:${number.replaceAll(" ", "")}` }, number) : number
