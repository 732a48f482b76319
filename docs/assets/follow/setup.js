/** Before a run starts, and whenever the sound is changed: how it is told, and a try of it. */
import { choice, tick } from "../page/controls.js"
import { button, element } from "../page/element.js"
import { fill, forNumber } from "../page/phrases.js"
import { doseLine } from "../sheet/doses.js"
import { newItem } from "../sheet/state.js"
import { voices } from "./voice.js"
import { clockFace, wordsOf } from "./words.js"

const SPEEDS = [[1, "usual"], [1.5, "slower"], [2, "slowest"]]

/** The panel's parts. */
export function setUp(player) {
  const { run, data } = player
  const words = wordsOf(run)
  const begun = run.position > 0
  const start = button(begun ? words.go_on : words.start, () => player.go(), { class: "follow-main follow-start" })
  return [
    element("h2", {}, run.plan.title),
    element("p", {}, begun ? fill(words.left_now, { time: clockFace(run.total - run.position) }) : summary(run)),
    begun ? null : element("p", { class: "flag" }, element("b", {}, data.red_flag), " ", warningLink(data)),
    start,
    begun ? sideAgain(player) : null,
    begun ? button(words.from_beginning, () => player.startAnew()) : firstDays(player),
    paceField(player),
    soundFields(player),
    begun ? null : element("p", { class: "follow-small" }, `${words.read_first} `, data.not_reviewed),
  ].filter(Boolean)
}

export const warningLink = data =>
  element("a", { href: new URL(`../../${data.red_flag_page}`, import.meta.url).href }, data.words.warning_signs)

function summary(run) {
  return forNumber(wordsOf(run).summary, run.items.length, run.catalogue.words, { time: clockFace(run.total) })
}

/** While an injury is fresh an exercise has a smaller dose, or should be left out. */
function firstDays(player) {
  const { run } = player
  const exercise = run.catalogue.exercises.get(run.plan.items[0]?.id)
  if (run.plan.kind !== "exercise" || !exercise) return null
  const { fresh, phases } = run.catalogue
  const [rule, words] = [phases.get(fresh).name, wordsOf(run)]
  if (!exercise.first_days) {
    return exercise.phases.includes(fresh) ? null : element("p", {}, element("b", {}, `${rule}: `), words.leave_out)
  }
  const phase = run.plan.phase === fresh ? "" : fresh
  const other = () => player.replace(run.with({ ...run.plan, phase, items: [newItem(exercise, Boolean(phase))] }))
  return element("div", {}, element("p", {}, doseLine(exercise, run.plan.items[0], run.catalogue), "."),
    button(phase ? fill(words.smaller_dose, { when: rule }) : words.full_dose, other))
}

const sideAgain = player => button(wordsOf(player.run).side_again, () => { player.act(() => player.run.repeatSide()); player.go() })

function paceField({ run }) {
  const words = wordsOf(run)
  const speeds = SPEEDS.map(([speed, name]) => [speed, words[name]])
  return element("label", {}, `${words.how_fast} `, choice(speeds, run.slow, slow => run.setSlow(Number(slow))))
}

function soundFields(player) {
  const { settings, run } = player
  const words = wordsOf(run)
  const change = (name, value) => {
    player.use({ ...player.settings, [name]: value })
    fields.replaceWith(soundFields(player))
  }
  const only = () => player.use({ ...player.settings, voice: false, bell: true })
  const fields = element("fieldset", { class: "follow-sound" }, element("legend", {}, words.how_told),
    tick(words.voice, settings.voice, on => change("voice", on)),
    volume(words.voice_loud, settings.voiceVolume, value => change("voiceVolume", value)),
    tick(words.bell, settings.bell, on => change("bell", on)),
    volume(words.bell_loud, settings.bellVolume, value => change("bellVolume", value)),
    voiceChoice(settings, words, name => change("voiceName", name)),
    tick(words.flash, settings.flash, on => change("flash", on)),
    navigator.vibrate ? tick(words.vibration, settings.buzz, on => change("buzz", on)) : null,
    element("div", { class: "follow-wide" }, tick(words.wait, settings.wait, on => change("wait", on))),
    element("div", { class: "follow-try" },
      button(words.try_sound, () => trySound(player)),
      button(words.bell_only, () => { only(); fields.replaceWith(soundFields(player)) })),
    element("p", { class: "follow-small", role: "status" }, settings.voice && !player.voice.ready ? `${words.no_voice} ` : "", words.heard_nothing))
  // Browsers find out late which voices they have.
  self.speechSynthesis?.addEventListener?.("voiceschanged", () => fields.isConnected && fields.replaceWith(soundFields(player)), { once: true })
  return fields
}

function trySound(player) {
  player.use(player.settings)
  if (player.settings.voice) player.voice.say(wordsOf(player.run).tried)
  if (player.settings.bell) player.bell.play("go")
  if (player.settings.flash) player.view.flash()
  if (player.settings.buzz) navigator.vibrate?.(200)
}

const volume = (words, value, change) => element("input", {
  type: "range", min: 0.1, max: 1, step: 0.1, value, "aria-label": words,
  on: { change: event => change(Number(event.target.value)) },
})

function voiceChoice(settings, words, change) {
  const found = voices()
  if (!settings.voice || found.length < 2) return null
  const names = found.slice(0, 30).map(({ name }) => [name, name])
  return element("label", { class: "follow-wide" }, `${words.which_voice} `, choice(names, settings.voiceName, change))
}
