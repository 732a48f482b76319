/**
 * A moving figure without buttons, for any page that wants one.
 *
 *   const film = await openFilm(element, "cat-cow")       // null: this browser cannot, or there is no such film
 *   film.letters                                          // the pictures of one repetition in turn: ["A", "B", "A"]
 *   film.held                                             // the places in the turn where the dose's hold belongs: [1]
 *   film.show("B")  film.show(0.5)                        // a picture, or a place in the turn: half-way to the second
 *   await film.play(4, { from: 0, to: 1 })                // moves there in 4 seconds; without from and to a whole repetition
 *   film.step()                                           // to the next picture, at once
 *   film.mirror(true)                                     // the other side
 *   film.dispose()                                        // frees the element
 *
 * `play` resolves to false when something else was asked for meanwhile. Where no true way between two pictures is known,
 * and for readers who want no motion, it steps. Nothing is drawn while nothing changes. A slow device gets fewer samples
 * while it moves and all of them at rest: `data-coarse` stands on the canvas until then. Colours are those of the element.
 */
import { fill, forNumber, parts } from "../page/phrases.js"
import { load } from "./film.js"
import { Scene } from "./scene.js"
import { stage } from "./stage.js"

const TONES = ["mat", "wood", "soft", "wall", "prop", "roller", "band", "iron"]
/* Samples along a pixel's side and the share of its size at which a picture is drawn while it moves, from fast to slow devices. */
const GRAINS = [[2, 1], [1, 1], [1, 0.7], [1, 0.5]]
const SLOW = 30, RESTED = 120, SPRING = 300, FLATTEST = -10, STEEPEST = 85

let grain = 0

/** How phrases are filled in, for whoever puts words round a picture: all of it comes as one file. */
export const phrases = { fill, forNumber, parts }

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches
/** Whether this browser can show films. */
export const canDraw = () => stage() !== null
const lists = new Map()

/** What a handbook says of itself, and the films it offers by exercise; `site` is the address of its front page. */
export function filmsOf(site) {
  if (!lists.has(site)) {
    const made = fetch(new URL("films/films.json", site)).then(answer => answer.json())
    made.catch(() => lists.delete(site))
    lists.set(site, made)
  }
  return lists.get(site)
}

/** Opens the film of an exercise in an element, see above. */
export async function openFilm(element, slug) {
  if (!canDraw()) return null
  const site = new URL("../../", import.meta.url), found = (await filmsOf(site.href)).films[slug]
  if (!found) return null
  const picture = new Picture(element, await sceneOf(new URL(found.film, site), new URL(found.body, site)))
  return {
    letters: picture.story.map(index => picture.scene.figure.letters[index]),
    held: found.held,
    show: moment => { picture.moving = null; picture.go(typeof moment === "string" ? Math.max(0, picture.find(moment)) : moment) },
    play: (seconds, { from = 0, to = picture.legs.length } = {}) => picture.move(from, to, seconds),
    step: () => picture.go((Math.round(picture.at) + 1) % (picture.legs.length + 1)),
    mirror: on => { picture.mirrored = on ? -1 : 1; picture.show() },
    dispose: () => picture.dispose(),
  }
}

/** A scene from the addresses of its figure and its body. */
export async function sceneOf(film, body) {
  return new Scene(...await Promise.all([load(`${body}`), load(`${film}`)]))
}

const seenColours = new Map(), pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true })

/** The parts of a colour as a style sheet writes it, 0 to 1; transparent ones have none. */
function channels(text) {
  if (!seenColours.has(text)) {
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = text
    pen.fillRect(0, 0, 1, 1)
    seenColours.set(text, [...pen.getImageData(0, 0, 1, 1).data.subarray(0, 3)].map(v => v / 255))
  }
  return seenColours.get(text)
}

/** Colours of a figure as the style sheet has them here and now; `tone` is the body's words for them. */
function inks(place, tone) {
  const style = getComputedStyle(place), words = tone.split(" "), deep = words.includes("deep") ? "deep-" : "", grey = words.includes("grey") ? "grey-" : deep, colour = name => channels(style.getPropertyValue(`--fig-${name}`).trim())
  const person = [`${deep}skin`, "shirt", "legs", `${grey}hair`]
  const found = Object.fromEntries(["line", "paper", "shade", "floor", "target", "target-pale"].map(name => [name, colour(name)]))
  found.fibre = colour(`${deep}fibre`)
  found.hatch = Number(matchMedia("(forced-colors: active)").matches)
  for (const tone of TONES) { found[tone] = colour(tone); found[`${tone} dark`] = tone === "band" ? found.band : colour(`${tone}-dark`) }
  return { ...found, door: found.wall, "door dark": found["wall dark"], person: person.map(colour), away: person.map((name, n) => colour(n < 3 ? `${name}-far` : name)) }
}

/** A canvas that shows one moment of a scene from one side. */
export class Picture {
  constructor(place, scene) {
    Object.assign(this, { scene, at: 0, mirrored: 1, camera: { ...scene.still }, waiting: 0, told: () => {} })
    this.story = scene.figure.story
    this.legs = this.story.slice(1).map((to, n) => this.leg(this.story[n], to))
    this.canvas = document.createElement("canvas")
    this.canvas.style.cssText = "display:block;width:100%"
    place.append(this.canvas)
    this.watch()
    this.show()
  }

  /** How to go from one picture to another: kept moments in turn. */
  leg(from, to) {
    const way = this.scene.figure.ways.find(([a, b]) => (a === from && b === to) || (a === to && b === from))
    if (way[4]) return Object.assign([from, to], { stepped: true })
    const moments = [way[0], ...Array.from({ length: way[3] }, (_, i) => way[2] + i), way[1]]
    return way[0] === from ? moments : moments.reverse()
  }

  watch() {
    const again = () => this.show(), seen = new ResizeObserver(again), scheme = new MutationObserver(again)
    seen.observe(this.canvas)
    scheme.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] })
    stage().back.add(again)
    this.ends = () => { seen.disconnect(); scheme.disconnect(); stage().back.delete(again) }
  }

  dispose() {
    this.turning = this.moving = null
    cancelAnimationFrame(this.waiting)
    clearTimeout(this.resting)
    this.ends()
    stage().forget(this.scene)
    this.canvas.remove()
  }

  find(letter) { return this.story.findIndex(index => this.scene.figure.letters[index] === letter) }

  look({ yaw, pitch }) {
    this.camera = { yaw, pitch: Math.max(FLATTEST, Math.min(STEEPEST, pitch)) }
    this.show()
  }

  /** Turns to a direction: at once for readers who want no motion. */
  turn(to) {
    const from = { ...this.camera }, way = ((to.yaw - from.yaw + 540) % 360 + 360) % 360 - 180
    return this.animate("turning", calm() ? 0 : SPRING, share => this.look({ yaw: from.yaw + way * share, pitch: from.pitch + (to.pitch - from.pitch) * share }))
  }

  /** Calls `draw` with shares up to 1 over some milliseconds, unless the same slot gets something else to do; resolves to whether it ended. */
  animate(slot, long, draw, ease = true) {
    const own = this[slot] = {}
    return new Promise(done => {
      const start = performance.now()
      let last = start, late = 0
      grain = Math.max(0, grain - 1)
      const step = now => {
        if (own !== this[slot]) return done(false)
        late = now - last > SLOW ? late + 1 : 0
        if (late > 1) { grain = Math.min(GRAINS.length - 1, grain + 1); late = 0 }
        last = now
        const share = long ? Math.min(1, Math.max(0, now - start) / long) : 1
        draw(ease ? share * share * (3 - 2 * share) : share)
        if (share < 1) requestAnimationFrame(step)
        else done(true)
      }
      step(start)
    })
  }

  /** Moves from one place in the story to another, slowing down at every picture. */
  move(from, to, seconds) {
    if (calm()) seconds = 0
    return this.animate("moving", seconds * 1000, share => {
      const at = from + (to - from) * share, low = Math.floor(at), part = at - low
      this.go(low + part * part * (3 - 2 * part))
    }, false)
  }

  go(at) {
    this.at = Math.max(0, Math.min(this.legs.length, at))
    this.told()
    this.show()
  }

  /** What it shows, in the words of a handbook: a picture, or between which two. */
  words({ picture, between }) {
    const [first, second] = [Math.floor, Math.ceil].map(end => this.scene.figure.letters[this.story[end(this.at)]])
    return fill(first === second ? picture : between, { letter: first, first, second })
  }

  /** Kept moments on both sides of the place in the story; where there is no way between pictures, the nearer one. */
  moment() {
    const { figure } = this.scene, n = Math.min(this.legs.length - 1, Math.floor(this.at)), leg = this.legs[n], stepped = leg.stepped
    const share = stepped ? Math.round(this.at - n) : this.at - n, place = share * (leg.length - 1), k = Math.min(leg.length - 2, Math.floor(place))
    const [a, b] = [figure.lit[this.story[n]], figure.lit[this.story[n + 1]]].map(Number)
    return { one: leg[k], other: leg[k + 1], share: place - k, lit: a * (1 - share) + b * share }
  }

  /** Asks for one drawing in the next frame of the screen. */
  show() {
    this.waiting ||= requestAnimationFrame(() => { this.waiting = 0; this.draw() })
  }

  draw() {
    const { canvas } = this, dense = Math.min(2, devicePixelRatio), { width } = canvas.getBoundingClientRect(), { camera } = this.scene.figure
    if (!width || !canvas.isConnected) return
    const size = [Math.round(width * dense), Math.round(width * dense * camera.height / camera.width)]
    if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size
    const view = this.scene.view(this.camera, this.mirrored)
    const quick = grain && !this.rested
    stage().draw(this.scene, this.moment(), view, canvas, inks(canvas, this.scene.body.tone), ...GRAINS[quick ? grain : 0])
    this.rested = false
    canvas.toggleAttribute("data-coarse", !!quick)
    clearTimeout(this.resting)
    if (quick) this.resting = setTimeout(() => { this.rested = true; this.show() }, RESTED)
    this.exact = view.exact
    this.told()
  }
}
