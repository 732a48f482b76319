/* The moving figure on a page with its buttons: play, step, scrub, turn, mirror. It comes with the reader's first tap. */
import { calm, Picture, sceneOf } from "./picture.js"
import { stage } from "./stage.js"

const LONGEST_HOLD = 5, SHORTEST_LEG = 1.2, DWELL = 0.7, SLOW = 2, TURN = 0.5, KEY_TURN = 15
const KEYS = { ArrowLeft: [KEY_TURN, 0], ArrowRight: [-KEY_TURN, 0], ArrowUp: [0, KEY_TURN], ArrowDown: [0, -KEY_TURN] }

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value)
    else if (value !== false) made.setAttribute(name, value === true ? "" : value)
  }
  made.append(...children)
  return made
}

export class Player {
  constructor(place, scene, pace) {
    const frame = element("div", { class: "film-picture" })
    Object.assign(this, { place, scene, pace, slow: false, playing: null, ends: new AbortController() })
    this.picture = new Picture(frame, scene)
    this.build(frame)
    this.watch()
    this.picture.told = () => this.tell()
  }

  build(frame) {
    const { picture } = this, { canvas } = picture, { letters } = this.scene.figure, press = (words, act, more = {}) => element("button", { type: "button", onclick: act, ...more }, words)
    const first = [...new Set(picture.story)]
    canvas.tabIndex = 0
    canvas.setAttribute("role", "img")
    canvas.setAttribute("aria-label", `${this.pace.name}, moving picture. Arrow keys turn it, space plays it.`)
    this.said = element("p", { class: "film-said", role: "status", "aria-live": "polite" })
    this.slider = element("input", { type: "range", min: 0, max: picture.legs.length * 100, value: 0, "aria-label": "Moment of the movement", oninput: () => { this.stop(); picture.go(this.slider.value / 100) } })
    this.button = press("Play", () => this.toggle())
    this.steps = first.map(index => press(letters[index], () => { this.stop(); this.travel(picture.story.indexOf(index)) }, { "aria-label": `Picture ${letters[index]}` }))
    const directions = this.scene.directions()
    const views = [["As drawn", () => picture.turn(this.scene.still)], ...Object.entries(directions).map(([name, way]) => [name[0].toUpperCase() + name.slice(1), () => picture.turn(way)])]
    this.other = press("Other side", () => { picture.mirrored *= -1; this.other.setAttribute("aria-pressed", picture.mirrored < 0); this.say(); picture.show() }, { "aria-pressed": "false" })
    this.slower = press("Slower", () => { this.slow = !this.slow; this.slower.setAttribute("aria-pressed", this.slow) }, { "aria-pressed": "false" })
    const row = (label, ...own) => element("div", { class: "film-row", role: "group", "aria-label": label }, ...own)
    const full = document.fullscreenEnabled ? [press("Full screen", () => document.fullscreenElement ? document.exitFullscreen() : this.place.requestFullscreen())] : []
    frame.append(this.arrows())
    this.place.replaceChildren(
      frame, this.said, row("Move", this.button, ...this.steps, this.slower), this.slider,
      row("Turn", ...views.map(([words, act]) => press(words, act)), this.other), row("Window", ...full, press("Close", () => this.close())))
  }

  /** The still's own arrows, shown while the picture stands as the still does. */
  arrows() {
    const stills = [...this.place.parentElement.querySelectorAll(".frame svg.fig")]
    this.arrowed = this.scene.figure.letters.map((_, n) => {
      const still = stills[n], box = element("div", { class: "film-arrows", "aria-hidden": "true", hidden: true })
      const svg = still?.cloneNode(false), drawn = [...still?.querySelectorAll(".f-arrow") ?? []]
      if (drawn.length) { for (const name of ["id", "role", "aria-labelledby", "aria-describedby"]) svg.removeAttribute(name); svg.append(...drawn.map(path => path.cloneNode(true))); box.append(svg) }
      return box
    })
    return element("div", {}, ...this.arrowed)
  }

  watch() {
    const { canvas } = this.picture
    document.addEventListener("visibilitychange", () => document.hidden && this.stop(), { signal: this.ends.signal })
    let down = null
    canvas.addEventListener("pointerdown", event => { this.picture.turning = null; down = { x: event.clientX, y: event.clientY, ...this.picture.camera }; canvas.setPointerCapture(event.pointerId) })
    canvas.addEventListener("pointermove", event => down && this.picture.look({ yaw: down.yaw - (event.clientX - down.x) * TURN * this.picture.mirrored, pitch: down.pitch + (event.clientY - down.y) * TURN }))
    for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, () => { down = null })
    canvas.addEventListener("dblclick", () => this.picture.turn(this.scene.still))
    canvas.addEventListener("keydown", event => this.key(event))
  }

  key(event) {
    const { camera, mirrored } = this.picture, way = KEYS[event.key]
    if (way) this.picture.look({ yaw: camera.yaw + way[0] * mirrored, pitch: camera.pitch + way[1] })
    else if (event.key === " ") this.toggle()
    else if (event.key === "Home") this.picture.turn(this.scene.still)
    else return
    event.preventDefault()
  }

  toggle() {
    const { at, legs } = this.picture
    if (this.playing) return this.stop()
    if (calm()) return this.travel((Math.round(at) + 1) % (legs.length + 1))
    this.button.textContent = "Pause"
    this.run(this.playing = {}, at >= legs.length ? 0 : at)
  }

  /** Plays on from a place in the story, leg by leg, and stays where the dose says so. */
  async run(own, from) {
    const { picture, pace } = this, { legs } = picture
    for (let next = Math.floor(from) + 1; next <= legs.length; from = next++) {
      const long = Math.max(SHORTEST_LEG, pace.move / legs.length) * (next - from) * (this.slow ? SLOW : 1)
      if (!await picture.move(from, next, long) || own !== this.playing) return
      const held = next === legs.length - 1 && pace.hold, stay = held ? Math.max(DWELL, Math.min(LONGEST_HOLD, pace.hold)) : DWELL
      this.say(held ? `Hold for ${pace.hold} seconds${pace.hold > LONGEST_HOLD ? "; shortened here" : ""}.` : "")
      await new Promise(done => setTimeout(done, stay * 1000))
      if (own !== this.playing) return
    }
    this.stop()
  }

  stop() {
    this.playing = null
    this.picture.moving = null
    this.button.textContent = "Play"
  }

  /** Goes to a place in the story by the way between. */
  async travel(to) {
    const from = this.picture.at
    if (await this.picture.move(from, to, Math.abs(to - from) * SHORTEST_LEG)) this.say()
  }

  /** Keeps slider and arrows in step with the picture. */
  tell() {
    const { at, exact, story } = this.picture, here = Number.isInteger(at) && exact ? story[at] : -1
    this.slider.value = Math.round(at * 100)
    this.slider.setAttribute("aria-valuetext", this.picture.words())
    this.arrowed.forEach((box, n) => { box.hidden = n !== here })
  }

  say(more = "") {
    this.said.textContent = `${this.picture.words()}${this.picture.mirrored < 0 ? ", other side" : ""}. ${more}`.trim()
  }

  close() {
    this.stop()
    this.ends.abort()
    this.picture.dispose()
    if (document.fullscreenElement) document.exitFullscreen()
    this.place.dispatchEvent(new Event("film-closed"))
  }
}

/** Puts a player into `place`; false where this browser cannot show one. */
export async function openPlayer(place, addresses, pace) {
  if (!stage()) return false
  if (!document.querySelector("link[data-film]")) document.head.append(element("link", { rel: "stylesheet", href: new URL("film.css", import.meta.url), "data-film": true }))
  return new Player(place, await sceneOf(addresses.film, addresses.body), pace)
}
