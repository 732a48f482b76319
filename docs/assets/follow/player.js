/** Plays a run: asks the clock, draws, and tells each moment once, by voice, bell, flash and vibration. */
import { forget, keep, kept, thisTab } from "../page/device.js"
import { root } from "../page/catalogue.js"
import { Awake } from "./awake.js"
import { Bell, soundOf } from "./bell.js"
import { momentsOf } from "./moments.js"
import { keepSettings } from "./settings.js"
import { announced, said } from "./words.js"
import { View } from "./view.js"
import { Voice } from "./voice.js"

const TICK = 100 // ms
/** ms without a tick after which the page has slept: what was missed is not told, only what is due. */
const ASLEEP = 3000
const BUZZ = { go: 200, change: [100, 80, 100], rest: 300, end: [200, 100, 200], back: 100, ready: 60 }
const FLASHING = new Set(["go", "change", "rest", "back", "ready", "end"])
export const KEPT = `${root.pathname}run`

/** The run that this tab was in, or null. */
export const keptRun = () => kept(KEPT, null, thisTab)

export class Player {
  /** `parts` are { setUp, today, finish }: they fill the panel in front of the run. `data` is follow.json. */
  constructor(run, data, settings, parts) {
    Object.assign(this, { run, data, settings, parts, released: new Set() })
    this.view = new View({
      pause: () => this.toggle(), back: () => this.act(() => run.back()),
      skip: () => this.act(() => run.skip()),
      today: () => this.open(parts.today), more: () => this.open(parts.setUp), close: () => this.close(),
    }, data.words)
    this.bell = new Bell(settings.bellVolume)
    this.voice = new Voice(settings.voiceVolume, settings.voiceName)
    this.awake = new Awake(lit => { this.lit = lit; this.note() })
    this.onVisible = () => this.tick()
    this.changed()
  }

  open(part) {
    this.pause()
    this.view.showPanel(...part(this))
  }

  show() {
    this.view.open()
    this.view.dialog.addEventListener("pointerdown", () => this.settings.bell && this.bell.wake())
    document.addEventListener("visibilitychange", this.onVisible)
    addEventListener("pageshow", this.onVisible)
    this.ticking = setInterval(() => this.tick(), TICK)
    this.view.draw(this.run, this.data)
  }

  // --- time

  go() {
    this.use(this.settings)
    this.view.hidePanel()
    this.view.fill()
    this.run.clock.go()
    Object.assign(this, { lit: true, unheard: false })
    this.note()
    this.awake.want()
    this.keep()
    this.changed()
    this.tick()
  }

  /** Once more from the first cue. */
  startAnew() {
    this.run.skipped.clear()
    this.released.clear()
    this.run.clock.jump(0)
    this.go()
  }

  /** Another dose or another way to start, before anything has begun. */
  replace(run) {
    this.run = run
    this.changed()
    this.view.draw(run, this.data)
    this.view.showPanel(...this.parts.setUp(this))
  }

  /** After a reload: a browser lets a page make sound only after a tap. */
  goOn() {
    Object.assign(this, { lit: true, unheard: true })
    this.note()
    this.awake.want()
    this.view.dialog.addEventListener("pointerdown", () => { this.use(this.settings); this.unheard = false; this.note() }, { once: true })
  }

  /** What a reader should know while the time runs; that nothing is heard comes before a screen that may go dark. */
  note() {
    const words = this.unheard ? this.data.words.unheard : this.lit ? "" : this.data.words.dark
    this.view.note.textContent = this.run.clock.running ? words : ""
  }

  pause() {
    this.run.clock.pause()
    this.voice.hush()
    this.awake.letGo()
    this.keep()
    this.view.draw(this.run, this.data)
    this.view.figure.stop()
  }

  toggle() {
    if (this.run.clock.running) this.pause()
    else this.go()
  }

  /** Something that a reader does to the run; the cue that is due then is told anew. */
  act(change, tell = true) {
    change()
    this.changed(tell)
    this.keep()
    this.tick()
  }

  changed(tell = true) {
    this.moments = momentsOf(this.run.cues)
    const { cue, position } = this.run
    this.told = tell && cue ? cue.at - 1 : position
    this.late = true
    this.lastTick = Date.now()
  }

  tick() {
    const { run } = this
    if (Date.now() - this.lastTick > ASLEEP) this.late = true
    this.lastTick = Date.now()
    this.view.draw(run, this.data)
    if (!run.clock.running) return
    const position = run.clock.position
    const due = this.moments.filter(({ at }) => at > this.told && at <= position)
    const gate = this.settings.wait && due.find(each => this.isGate(each))
    if (gate) return this.waitFor(gate)
    for (const moment of this.late ? due.filter(({ kind }) => kind === "start").slice(-1) : due) this.tell(moment)
    this.told = position
    this.late = false
    if (run.ended) this.finish()
  }

  /** Where a reader who wants to be waited for has not said yet that they are in place. */
  isGate({ kind, cue }) {
    return kind === "start" && cue.kind === "ready" && !this.released.has(cue.item)
  }

  waitFor({ at, cue }) {
    this.released.add(cue.item)
    this.run.clock.jump(at)
    this.pause()
    const words = this.data.words.take_time
    this.view.note.textContent = words
    this.view.announce(words)
    if (this.settings.voice) this.say(words)
  }

  // --- telling

  tell(moment) {
    const sound = soundOf(moment)
    if (this.settings.bell) this.bell.play(sound)
    if (this.settings.voice) this.say(said(this.run, moment))
    if (this.settings.flash && FLASHING.has(sound)) this.view.flash()
    if (this.settings.buzz && BUZZ[sound]) navigator.vibrate?.(BUZZ[sound])
    this.view.announce(announced(this.run, moment))
  }

  say(words) {
    if (words) this.voice.say(words)
  }

  /** Takes over changed settings and wakes what makes sound; call it while the reader taps. */
  use(settings) {
    this.settings = settings
    this.bell.volume = settings.bellVolume
    Object.assign(this.voice, { volume: settings.voiceVolume, name: settings.voiceName })
    if (settings.bell) this.bell.wake()
    if (settings.voice) this.voice.wake()
    keepSettings(settings)
  }

  // --- the end

  /** Ends the run before its time. */
  stop() {
    this.stopped = true
    this.pause()
    this.view.showPanel(...this.parts.finish(this))
  }

  finish() {
    this.pause()
    if (this.settings.bell) this.bell.play("end")
    if (this.settings.voice) this.say(this.data.words.say_end)
    this.view.announce(this.data.words.say_end)
    this.view.showPanel(...this.parts.finish(this))
  }

  keep() {
    const over = this.stopped || this.run.ended
    if (over) forget(KEPT, thisTab)
    else keep(KEPT, { ...this.run.kept, open: true, page: location.pathname }, thisTab)
  }

  /** Back to the page; a run that has not ended can be taken up again while the tab is open. */
  close() {
    this.pause()
    if (this.run.position === 0) forget(KEPT, thisTab)
    else if (!this.stopped && !this.run.ended) keep(KEPT, { ...this.run.kept, open: false }, thisTab)
    clearInterval(this.ticking)
    document.removeEventListener("visibilitychange", this.onVisible)
    removeEventListener("pageshow", this.onVisible)
    this.awake.close()
    this.bell.close()
    this.view.close()
    this.onClose?.()
  }
}
