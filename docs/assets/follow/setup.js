/** Before a run starts, and whenever the sound is changed: how it is told, and a try of it. */
import { choice, tick } from "../page/controls.js"
import { button, element } from "../page/element.js"
import { doseLine } from "../sheet/doses.js"
import { newItem } from "../sheet/state.js"
import { voices } from "./voice.js"
import { clockFace } from "./words.js"

const SPEEDS = [[1, "Usual"], [1.5, "Slower: half as much time again"], [2, "Slowest: twice the time"]]
const TRIED = "Get ready. Three, two, one."
const SWITCH = "Heard nothing? Turn the sound up. On an iPhone, the small switch on its side turns the bell off."

/** The panel's parts. */
export function setUp(player) {
  const { run, data } = player
  const begun = run.position > 0
  const start = button(begun ? "Go on" : "Start", () => player.go(), { class: "follow-main follow-start" })
  return [
    element("h2", {}, run.plan.title),
    element("p", {}, begun ? `${clockFace(run.total - run.position)} left.` : summary(run)),
    begun ? null : element("p", { class: "flag" }, element("b", {}, data.red_flag), " ", warningLink(data)),
    start,
    begun ? sideAgain(player) : null,
    begun ? button("From the beginning", () => player.startAnew()) : firstDays(player),
    paceField(player),
    soundFields(player),
    begun ? null : element("p", { class: "follow-small" }, "Read each exercise on its page first. ", data.not_reviewed),
  ].filter(Boolean)
}

export const warningLink = data =>
  element("a", { href: new URL(`../../${data.red_flag_page}`, import.meta.url).href }, "See the warning signs")

function summary(run) {
  const count = run.items.length
  return `${count} exercise${count === 1 ? "" : "s"}, ${clockFace(run.total)} minutes. ` +
    "You have time to read before each one. Pause as often as you like."
}

/** While an injury is fresh an exercise has a smaller dose, or should be left out. */
function firstDays(player) {
  const { run } = player
  const exercise = run.catalogue.exercises.get(run.plan.items[0]?.id)
  if (run.plan.kind !== "exercise" || !exercise) return null
  const { fresh, phases } = run.catalogue
  const rule = phases.get(fresh).name
  if (!exercise.first_days) {
    return exercise.phases.includes(fresh) ? null : element("p", {}, element("b", {}, `${rule}: `), "leave this one out.")
  }
  const phase = run.plan.phase === fresh ? "" : fresh
  const other = () => player.replace(run.with({ ...run.plan, phase, items: [newItem(exercise, Boolean(phase))] }))
  return element("div", {}, element("p", {}, doseLine(exercise, run.plan.items[0], run.catalogue), "."),
    button(phase ? `${rule}: take the smaller dose` : "Take the full dose", other))
}

const sideAgain = player => button("This side once more", () => { player.act(() => player.run.repeatSide()); player.go() })

function paceField({ run }) {
  return element("label", {}, "How fast ", choice(SPEEDS, run.slow, slow => run.setSlow(Number(slow))))
}

function soundFields(player) {
  const { settings } = player
  const change = (name, value) => {
    player.use({ ...player.settings, [name]: value })
    fields.replaceWith(soundFields(player))
  }
  const only = () => player.use({ ...player.settings, voice: false, bell: true })
  const fields = element("fieldset", { class: "follow-sound" }, element("legend", {}, "How you are told"),
    tick("Voice", settings.voice, on => change("voice", on)),
    volume("How loud the voice is", settings.voiceVolume, value => change("voiceVolume", value)),
    tick("Bell", settings.bell, on => change("bell", on)),
    volume("How loud the bell is", settings.bellVolume, value => change("bellVolume", value)),
    voiceChoice(settings, name => change("voiceName", name)),
    tick("Flash of the screen", settings.flash, on => change("flash", on)),
    navigator.vibrate ? tick("Vibration", settings.buzz, on => change("buzz", on)) : null,
    element("div", { class: "follow-wide" }, tick("Wait for me before each exercise", settings.wait, on => change("wait", on))),
    element("div", { class: "follow-try" },
      button("Try the sound", () => trySound(player)),
      button("Bell only", () => { only(); fields.replaceWith(soundFields(player)) })),
    element("p", { class: "follow-small", role: "status" }, settings.voice && !player.voice.ready ? "This device has no voice for this language. " : "", SWITCH))
  // Browsers find out late which voices they have.
  self.speechSynthesis?.addEventListener?.("voiceschanged", () => fields.isConnected && fields.replaceWith(soundFields(player)), { once: true })
  return fields
}

function trySound(player) {
  player.use(player.settings)
  if (player.settings.voice) player.voice.say(TRIED)
  if (player.settings.bell) player.bell.play("go")
  if (player.settings.flash) player.view.flash()
  if (player.settings.buzz) navigator.vibrate?.(200)
}

const volume = (words, value, change) => element("input", {
  type: "range", min: 0.1, max: 1, step: 0.1, value, "aria-label": words,
  on: { change: event => change(Number(event.target.value)) },
})

function voiceChoice(settings, change) {
  const found = voices()
  if (!settings.voice || found.length < 2) return null
  const names = found.slice(0, 30).map(({ name }) => [name, name])
  return element("label", { class: "follow-wide" }, "Which voice ", choice(names, settings.voiceName, change))
}
