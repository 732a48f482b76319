/** Too much today? An easier way for this run, a skip or a stop, with the handbook's own stop rules. */
import { button, element } from "../page/element.js"
import { fill } from "../page/phrases.js"
import { newItem } from "../sheet/state.js"
import { warningLink } from "./setup.js"
import { wordsOf } from "./words.js"

/** The panel's parts. */
export function today(player) {
  const { run, data } = player
  const cue = run.cue ?? run.cues.at(-1)
  const exercise = run.exerciseOf(cue)
  const { stop } = data.exercises[exercise.id]
  const words = wordsOf(run)
  return [
    element("h2", {}, words.too_much),
    element("p", {}, words.that_is_fine),
    element("div", { class: "follow-ways" },
      easierWay(player, cue, exercise),
      way(words.leave, words.leave_means, () => { run.skip(); player.go() }),
      way(words.stop_today, words.stop_means, () => player.stop()),
      way(words.go_on, words.go_on_means, () => player.go())),
    element("h3", {}, words.fits),
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
  const words = sibling ? fill(wordsOf(run).instead, { name: sibling.name }) : wordsOf(run).easier
  return way(words, easier.do, () => { run.swap(changed); player.go() })
}

/** What to do when a stop sign fits: the run is over, and the way leads to the warning signs. */
export function stopNow(player, sign) {
  const { data } = player
  const { red } = data.traffic_light
  return [
    element("h2", {}, data.words.stop_now),
    element("div", { class: "flag" },
      element("p", {}, element("b", {}, sign)),
      element("p", {}, element("b", {}, data.red_flag), " ", warningLink(data)),
      element("p", {}, `${data.words.emergency} `, data.emergency.map(line => [phone(line.number), ` (${line.where}) `]).flat())),
    element("p", {}, red.action),
    button(data.words.end, () => player.stop(), { class: "follow-main" }),
  ]
}

const phone = number => /^[+\d ]+$/.test(number) ? element("a", { href: `tel:${number.replaceAll(" ", "")}` }, number) : number
