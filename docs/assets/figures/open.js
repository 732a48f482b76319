/* Offers to show an exercise moving; everything else comes with the first tap. */
for (const place of document.querySelectorAll(".film")) {
  const spare = navigator.connection?.saveData || matchMedia("print").matches
  if (spare || !self.WebGL2RenderingContext || !self.DecompressionStream) continue
  const { film, body, hold, move, name } = place.dataset
  const button = document.createElement("button")
  const offer = () => { place.classList.remove("is-open"); place.replaceChildren(button); button.disabled = false; place.hidden = false }
  button.type = "button"
  button.className = "film-open"
  button.textContent = "See it move and turn it"
  button.addEventListener("click", async () => {
    button.disabled = true
    try {
      const { openPlayer } = await import("./player.js")
      if (await openPlayer(place, { film, body }, { hold: Number(hold), move: Number(move), name })) {
        place.classList.add("is-open")
        place.querySelector("canvas").focus({ preventScroll: true })
      } else place.hidden = true
    } catch {
      button.disabled = false
      button.textContent = "It did not load. Try again"
    }
  })
  place.addEventListener("film-closed", () => { offer(); button.focus() })
  offer()
}
