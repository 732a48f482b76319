/* Offers to show an exercise moving; everything else comes with the first tap. */

/** Puts the button into a place whose data say which film, and how one repetition goes. */
export function offer(place) {
  const spare = navigator.connection?.saveData || matchMedia("print").matches
  if (spare || !self.WebGL2RenderingContext || !self.DecompressionStream) return
  const { film, body, hold, move, held, sides, name } = place.dataset
  const button = document.createElement("button")
  const show = () => { place.classList.remove("is-open"); place.replaceChildren(button); button.disabled = false; place.hidden = false }
  button.type = "button"
  button.className = "film-open"
  const words = JSON.parse(place.dataset.words)
  button.textContent = words.open
  button.addEventListener("click", async () => {
    button.disabled = true
    try {
      const { openPlayer } = await import("./player.js")
      const pace = { hold: Number(hold), move: Number(move), held: held.split(" ").filter(Boolean).map(Number), sides, name }
      if (await openPlayer(place, { film, body }, pace, words)) {
        place.classList.add("is-open")
        place.querySelector("canvas").focus({ preventScroll: true })
      } else place.hidden = true
    } catch {
      button.disabled = false
      button.textContent = words.failed
    }
  })
  place.addEventListener("film-closed", () => { show(); button.focus() })
  show()
}

document.querySelectorAll(".film").forEach(offer)
