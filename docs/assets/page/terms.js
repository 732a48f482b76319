/* Medical words with their meaning: Esc puts a meaning away, and the first tap of a finger shows it instead of leaving. */

const root = document.documentElement
const term = event => event.target instanceof Element && event.target.closest("a.term")
let touched = null

document.addEventListener("keydown", event => { if (event.key === "Escape") root.classList.add("terms-quiet") })
for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, event => { if (term(event)) root.classList.remove("terms-quiet") })
}
document.addEventListener("pointerdown", event => { touched = event.pointerType === "touch" ? term(event) : null })
document.addEventListener("click", event => {
  const word = term(event)
  if (!word || word !== touched || word.dataset.shown) return
  event.preventDefault()                                     // the meaning shows; a second tap follows the link
  word.dataset.shown = "true"
  word.addEventListener("blur", () => { delete word.dataset.shown }, { once: true })
  word.focus()
})
