/** The screen of a run: one thing at a time, to be read from two metres. It draws what it is told and decides nothing. */
import { button, element } from "../page/element.js"
import { fill } from "../page/phrases.js"
import { Figure } from "./figure.js"
import { clockFace, how, next, order, shortName, where, wordsOf } from "./words.js"

const WAITING = new Set(["read", "ready", "change", "rest"])
const FLASH = 450 // ms; never more than one in a second

export class View {
  /** `acts` names what the buttons do: pause, back, skip, today, more, close; `words` is what follow.json says. */
  constructor(acts, words) {
    this.figure = new Figure()
    for (const name of ["left", "name", "order", "count", "where", "how", "next", "note"])
      this[name] = element("p", { class: `follow-${name}` })
    this.name = element("h2", { class: "follow-name", id: "follow-name", tabindex: "-1" })
    this.count.setAttribute("role", "timer")
    this.bar = element("progress", { class: "follow-bar", max: 1, value: 0, "aria-label": words.progress })
    this.aloud = element("p", { class: "follow-aloud", role: "status" })
    this.pauseButton = button(words.pause, acts.pause, { class: "follow-main" })
    this.panel = element("div", { class: "follow-panel", hidden: true })
    this.stage = element("div", { class: "follow-stage" }, this.figure.place,
      element("div", { class: "follow-words" }, this.name, this.order, this.count, this.where, this.how, this.next, this.note))
    this.dialog = element("dialog", { class: "follow", "aria-labelledby": "follow-name" },
      element("div", { class: "follow-top" }, this.left, this.bar, button(words.close, acts.close, { class: "follow-close" })),
      this.stage, this.controls(acts, words), this.panel, this.aloud)
    this.dialog.addEventListener("cancel", event => { event.preventDefault(); acts.close() })
  }

  controls(acts, words) {
    return this.buttons = element("div", { class: "follow-buttons" },
      button(words.back, acts.back), this.pauseButton, button(words.skip, acts.skip),
      button(words.too_much, acts.today, { class: "follow-today" }), button(words.more, acts.more))
  }

  open() {
    document.body.append(this.dialog)
    document.documentElement.classList.add("is-following")
    this.dialog.showModal()
  }

  /** Takes the whole screen of a phone or a tablet, where the browser lets it. */
  fill() {
    if (matchMedia("(pointer: coarse)").matches && !document.fullscreenElement)
      document.documentElement.requestFullscreen?.().catch(() => {})
  }

  close() {
    this.figure.close()
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
    document.documentElement.classList.remove("is-following")
    this.dialog.remove()
  }

  /** The whole screen at a moment of the run; `data` is follow.json. */
  draw(run, data) {
    const { cue, index, position, total } = run
    const words = wordsOf(run)
    set(this.left, fill(words.left, { time: clockFace(Math.ceil(total - position)) }))
    this.bar.value = total ? position / total : 1
    set(this.pauseButton, run.clock.running ? words.pause : words.go_on)
    this.dialog.classList.toggle("is-paused", !run.clock.running)
    if (!cue) return
    const exercise = run.exerciseOf(cue)
    const facts = data.exercises[exercise.id]
    this.dialog.dataset.phase = WAITING.has(cue.kind) ? cue.kind : "work"
    set(this.name, shortName(exercise))
    set(this.order, run.clock.running ? order(run, cue) : fill(words.paused, { order: order(run, cue).toLowerCase() }))
    set(this.count, countOf(cue, position))
    this.count.classList.toggle("is-repetition", cue.kind === "move")
    set(this.where, where(run, cue))
    set(this.how, how(run, cue, facts?.easier.do))
    set(this.next, next(run, index))
    this.figure.show(exercise.id, cue, facts?.frames ?? 2, cue.until - position, endOfRepetition(run, index) - position)
  }

  /** Tells a screen reader, which hears nothing else of what changes here. */
  announce(words) {
    if (words) this.aloud.textContent = words
  }

  flash() {
    this.dialog.classList.add("is-flashing")
    setTimeout(() => this.dialog.classList.remove("is-flashing"), FLASH)
  }

  /** Puts a part in front of the run: the setting up, the easier ways, the end. */
  showPanel(...children) {
    this.panel.replaceChildren(...children)
    this.panel.hidden = false
    this.stage.hidden = this.buttons.hidden = true
    const first = this.panel.querySelector("h2")
    first?.setAttribute("tabindex", "-1")
    first?.focus()
  }

  hidePanel() {
    this.panel.hidden = true
    this.panel.replaceChildren()
    this.stage.hidden = this.buttons.hidden = false
    this.pauseButton.focus()
  }
}

/** When a repetition is over that is at its start: getting in, holding and coming back. */
function endOfRepetition({ cues }, index) {
  const { item, set, side, repetition } = cues[index]
  const same = each => each.item === item && each.set === set && each.side === side && each.repetition === repetition
  return cues.slice(index, index + 3).findLast(same).until
}

// A moving repetition is counted; all else is counted down, and a wait has a minus so that nobody takes it for the hold.
function countOf(cue, position) {
  if (cue.kind === "move") return String(cue.repetition)
  const left = Math.max(1, Math.ceil(cue.until - position))
  const face = left > 99 ? clockFace(left) : String(left)
  return WAITING.has(cue.kind) ? `−${face}` : face
}

/** Changes a text only when it is another one, so that the screen is not laid out anew ten times a second. */
function set(place, words) {
  if (place.textContent !== words) place.textContent = words
}
