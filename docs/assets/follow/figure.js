/** The picture of a run: moving where a film and the device allow it, else still; turned round for the other side. */
import { framesOf } from "../figures/frames.js"
import { element } from "../page/element.js"

const STILL = { in: "b", hold: "b", out: "a" }
/** Longest showing of one repetition, in seconds, while the reader reads or rests. */
const SHOWING = 6
/** Where it begins and where it is held; the player shows no others. */
const BOTH = 2

export class Figure {
  constructor() {
    this.film = element("div", { class: "follow-film" })
    this.stills = element("div", { class: "follow-stills" })
    this.place = element("div", { class: "follow-figure", "aria-hidden": "true" }, this.film, this.stills)
  }

  /**
   * Shows an exercise at a cue, of which `left` seconds are left, and `whole` of its repetition; the words beside it say
   * the same. `frames` is how many pictures the exercise has: with two, it is held in the second.
   */
  show(id, cue, frames, left, whole) {
    if (this.id !== id) this.change(id)
    if (this.cue === cue) return
    this.cue = cue
    const other = cue.sides === 2 && cue.side === 2
    this.stills.classList.toggle("is-mirrored", other)
    this.place.dataset.frame = frames === 2 ? STILL[cue.kind] ?? "ab" : "ab"
    this.moving?.mirror(other)
    this.move(cue, left, whole)
  }

  change(id) {
    this.id = id
    this.cue = this.moving = null
    this.closeFilm()
    this.stills.replaceChildren()
    framesOf(id).then(found => this.id === id && this.put(found), () => {})
    this.openFilm(id).catch(() => {})
  }

  put({ shape, drawn }) {
    this.place.dataset.shape = shape
    this.stills.replaceChildren(...drawn.slice(0, BOTH).map(bare))
  }

  // --- the moving figure, which some devices cannot show

  async openFilm(id) {
    if (navigator.connection?.saveData || matchMedia("(prefers-reduced-motion: reduce)").matches) return
    const { openFilm } = await import("../figures/picture.js")
    const film = await openFilm(this.film, id)
    if (this.id !== id) return film?.dispose()
    this.moving = film
    this.place.classList.toggle("is-moving", film !== null)
    if (film && this.cue) this.cue = null
  }

  closeFilm() {
    this.moving?.dispose()
    this.place.classList.remove("is-moving")
  }

  /** Into the picture that is held, still while it is, and back; where none is held, through all of them. */
  move({ kind }, left, whole) {
    const { moving } = this
    if (!moving) return
    const { held: [held], letters } = moving, holds = held !== undefined
    if (kind === "hold" && holds) moving.show(held)
    else if (kind === "in" && holds) moving.play(left, { from: 0, to: held })
    else if (kind === "out" && holds) moving.play(left, { from: held, to: letters.length - 1 })
    else if (kind === "in") moving.play(whole)
    else if (kind === "ready") moving.show(0)
    else if (kind !== "hold" && kind !== "out") moving.play(Math.min(left, SHOWING))
  }

  /** In a pause nothing moves. */
  stop() {
    if (this.moving && this.cue) this.moving.show(0)
    this.cue = null
  }

  close() {
    this.id = null
    this.closeFilm()
  }
}

/** A drawing without its ids, which the page below may have as well. */
function bare(frame) {
  const drawn = document.importNode(frame, true)
  for (const each of [drawn, ...drawn.querySelectorAll("[id]")]) each.removeAttribute("id")
  drawn.removeAttribute("aria-labelledby")
  return drawn
}
