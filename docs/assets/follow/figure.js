/** The picture of a run: where the exercise begins and where it is held, turned round for the other side. */
import { framesOf } from "../figures/frames.js"
import { element } from "../page/element.js"

export class Figure {
  constructor() {
    this.place = element("div", { class: "follow-figure", "aria-hidden": "true" })
  }

  /** Shows an exercise at a cue; `frames` is how many pictures it has. The words beside it say the same. */
  show(id, cue, frames) {
    this.place.classList.toggle("is-mirrored", cue.sides === 2 && cue.side === 2)
    this.place.dataset.frame = frames === 2 ? { in: "b", hold: "b", out: "a" }[cue.kind] ?? "ab" : "ab"
    if (this.id === id) return
    this.id = id
    this.place.replaceChildren()
    framesOf(id).then(found => this.id === id && this.put(found), () => this.put({ shape: "even", drawn: [] }))
  }

  put({ shape, drawn }) {
    this.place.dataset.shape = shape
    this.place.replaceChildren(...drawn.map(bare))
  }
}

/** A drawing without its ids, which the page below may have as well. */
function bare(frame) {
  const drawn = document.importNode(frame, true)
  for (const each of [drawn, ...drawn.querySelectorAll("[id]")]) each.removeAttribute("id")
  drawn.removeAttribute("aria-labelledby")
  return drawn
}
