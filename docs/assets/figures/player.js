/* The moving figure on a page with its buttons: play, step, scrub, turn, mirror. It comes with the reader's first tap. */
import { calm, canDraw, phrases, Picture, sceneOf } from "./picture.js"

/** Seconds: the longest hold that is counted whole, what is counted of a longer one, the shortest way between two pictures, a moment. */
const LONGEST_HOLD = 20, SHORTENED = 5, SHORTEST_LEG = 1.2, DWELL = 0.7
/** How much longer "slower" takes; degrees for each pixel of a drag. */
const SLOWER = 2, TURN = 0.5
/** Degrees to the side and up that a key turns. */
const KEYS = { ArrowLeft: [15, 0], ArrowRight: [-15, 0], ArrowUp: [0, 15], ArrowDown: [0, -15] }
/** What a button has that is a switch. */
const SWITCHED_OFF = { "aria-pressed": "false" }

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made[name] = value
    else made.setAttribute(name, value)
  }
  made.append(...children)
  return made
}

const wait = seconds => new Promise(done => setTimeout(done, seconds * 1000))
const { fill, forNumber } = phrases
const spoken = (seconds, words) => forNumber(...seconds % 60 ? [words.second, seconds] : [words.minute, seconds / 60], words)

export class Player {
  constructor(place, scene, pace, words) {
    const frame = element("div", { class: "film-picture" })
    Object.assign(this, { place, scene, pace, words, slow: false, playing: null, second: false, ends: new AbortController() })
    this.picture = new Picture(frame, scene)
    this.build(frame)
    this.watch()
    this.picture.told = () => this.tell()
  }

  build(frame) {
    const { picture, words } = this, { canvas } = picture, { letters } = this.scene.figure, press = (text, act, more = {}) => element("button", { type: "button", onclick: act, ...more }, text)
    const first = [...new Set(picture.story)]
    Object.assign(canvas, { tabIndex: 0, role: "img", ariaLabel: fill(words.keys, { name: this.pace.name }) })
    this.said = element("p", { class: "film-said", role: "status" })
    this.count = element("p", { class: "film-count", "aria-hidden": "true" })
    this.slider = element("input", { type: "range", min: 0, max: picture.legs.length * 100, value: 0, "aria-label": words.moment, oninput: () => { this.stop(); picture.go(this.slider.value / 100) } })
    this.button = press(words.play, () => this.toggle())
    this.steps = first.map(index => press(letters[index], () => { this.stop(); this.travel(picture.story.indexOf(index)) }, { "aria-label": fill(words.picture, { letter: letters[index] }) }))
    const directions = this.scene.directions()
    const views = [[words.as_drawn, () => picture.turn(this.scene.still)], ...Object.entries(directions).map(([name, way]) => [words[name], () => picture.turn(way)])]
    this.other = press(words.other_side, () => { this.swap(); this.say() }, SWITCHED_OFF)
    this.slower = press(words.slower, () => { this.slow = !this.slow; this.slower.setAttribute("aria-pressed", this.slow) }, SWITCHED_OFF)
    const row = (label, ...own) => element("div", { class: "film-row", role: "group", "aria-label": label }, ...own)
    const full = document.fullscreenEnabled ? [press(words.full, () => document.fullscreenElement ? document.exitFullscreen() : this.place.requestFullscreen())] : []
    frame.append(this.arrows())
    this.place.replaceChildren(
      frame, element("div", { class: "film-moment" }, this.said, this.count), row(words.move, this.button, ...this.steps, this.slower), this.slider,
      row(words.turn, ...views.map(([name, act]) => press(name, act)), this.other), row(words.window, ...full, press(words.close, () => this.close())))
  }

  /** The still's own arrows, shown while the picture stands as the still does. */
  arrows() {
    const stills = [...this.place.parentElement.querySelectorAll(".frame svg.fig")]
    this.arrowed = this.scene.figure.letters.map((_, n) => {
      const still = stills[n], box = element("div", { class: "film-arrows", "aria-hidden": "true", hidden: true })
      if (still) {
        const svg = still.cloneNode(false)
        svg.append(...[...still.querySelectorAll(".f-arrow")].map(path => path.cloneNode(true)))
        box.append(svg)
      }
      return box
    })
    return element("div", {}, ...this.arrowed)
  }

  watch() {
    const { canvas } = this.picture
    this.place.addEventListener("film-close", () => this.close(), { signal: this.ends.signal })
    document.addEventListener("visibilitychange", () => document.hidden && this.stop(), { signal: this.ends.signal })
    let down = null
    canvas.onpointerdown = event => { this.picture.turning = null; down = { x: event.clientX, y: event.clientY, ...this.picture.camera }; canvas.setPointerCapture(event.pointerId) }
    canvas.onpointermove = event => down && this.picture.look({ yaw: down.yaw - (event.clientX - down.x) * TURN * this.picture.mirrored, pitch: down.pitch + (event.clientY - down.y) * TURN })
    canvas.onlostpointercapture = () => { down = null }
    canvas.ondblclick = () => this.picture.turn(this.scene.still)
    canvas.onkeydown = event => this.key(event)
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
    const { at, legs } = this.picture, ended = at >= legs.length
    if (this.playing) return this.stop()
    if (ended && (this.second || calm() && this.sided())) this.turnOver()
    if (calm()) return this.travel(ended ? 0 : Math.round(at) + 1)
    this.button.textContent = this.words.pause
    this.run(this.playing = {}, ended ? 0 : at)
  }

  /** Whether each side has its turn. */
  sided() { return this.pace.sides !== "together" }

  /** Goes from the first side to the second, or back. */
  turnOver() {
    this.second = !this.second
    this.swap()
  }

  swap() {
    this.picture.mirrored *= -1
    this.other.setAttribute("aria-pressed", this.picture.mirrored < 0)
    this.picture.show()
  }

  /** Plays one repetition on from a place in the story: leg by leg, held where the steps say so; then the other side. */
  async run(own, from) {
    const { picture, pace } = this, { legs } = picture, going = () => own === this.playing
    if (from === 0) await this.stay(0, going)
    for (let next = Math.floor(from) + 1; next <= legs.length && going(); from = next++) {
      const long = Math.max(SHORTEST_LEG, pace.move / legs.length) * (next - from) * (this.slow ? SLOWER : 1)
      if (await picture.move(from, next, long) && going()) await this.stay(next, going)
    }
    if (!going()) return
    if (this.second || !this.sided()) return this.stop()
    this.turnOver()
    picture.go(0)
    this.say(this.words.now_other)
    await wait(DWELL)
    if (going()) this.run(own, 0)
  }

  /** Stays at a picture: as long as the dose says where it is held, and counts; else for a moment. */
  async stay(place, going) {
    const { hold, held } = this.pace, { words } = this, counts = held.includes(place)
    this.say(counts ? fill(hold > LONGEST_HOLD ? words.hold_shortened : words.hold, { time: spoken(hold, words) }) : "")
    if (!counts) return wait(DWELL)
    for (let past = 1; past <= (hold > LONGEST_HOLD ? SHORTENED : hold) && going(); past++) {
      this.count.textContent = past
      await wait(1)
    }
    if (going()) this.count.textContent = ""
  }

  stop() {
    this.playing = null
    this.picture.moving = null
    this.button.textContent = this.words.play
    this.count.textContent = ""
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
    this.slider.setAttribute("aria-valuetext", this.picture.words(this.words))
    this.arrowed.forEach((box, n) => { box.hidden = n !== here })
  }

  say(more = "") {
    const { picture, words } = this
    this.said.textContent = `${fill(picture.mirrored < 0 ? words.shown_other : words.shown, { picture: picture.words(words) })} ${more}`.trim()
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
export async function openPlayer(place, addresses, pace, words) {
  if (!canDraw()) return false
  if (!document.querySelector("link[data-film]")) document.head.append(element("link", { rel: "stylesheet", href: new URL("film.css", import.meta.url), "data-film": true }))
  return new Player(place, await sceneOf(addresses.film, addresses.body), pace, words)
}
