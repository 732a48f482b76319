/** A quick look at an exercise without leaving the list: its picture, dose and words, moving where asked. Comes with the first tap. */
import { offer } from "../figures/open.js"
import { root } from "../page/catalogue.js"
import { button, element } from "../page/element.js"

let styled, films

const style = () => styled ??= new Promise(done => document.head.append(
  element("link", { rel: "stylesheet", href: new URL("look.css", import.meta.url), on: { load: done, error: done } })))

/** The films of the handbook by exercise, and what is said of them; none where the list cannot be had. */
const filmsHere = () => films ??= fetch(new URL("films/films.json", root)).then(answer => answer.json())
  .catch(() => { films = undefined; return { films: {} } })

/** Opens the look over the list; Esc, a tap beside it and its button close it, and the focus goes back to `opener`. */
export async function look(opener, card, exercise, { lines, words: { finder: words } }) {
  const [list] = await Promise.all([filmsHere(), style()]), found = list.films[exercise.id]
  const dialog = element("dialog", { class: "look", "aria-labelledby": "look-name" })
  const close = () => dialog.close(), film = found && placeOf(found, list.words)
  dialog.append(
    element("div", { class: "look-head" }, element("h2", { id: "look-name" }, exercise.name), button(words.close, close)),
    element("img", { src: card.querySelector("img").src, alt: "", width: 400, height: 300 }),
    element("p", { class: "look-dose" }, card.querySelector(".card-line").textContent),
    element("p", {}, exercise.short), element("p", {}, exercise.feel), ...careOf(card), film,
    element("p", { class: "look-stop" }, lines.stop),
    element("p", {}, element("a", { class: "look-way", href: new URL(`${exercise.address}/`, root) }, words.more)))
  dialog.addEventListener("click", event => event.target === dialog && close())
  dialog.addEventListener("close", () => {
    film?.dispatchEvent(new Event("film-close"))
    dialog.remove()
    opener.focus()
  })
  document.body.append(dialog)
  if (film) offer(film)
  dialog.showModal()
}

/** Where the moving figure opens. */
function placeOf({ film, body, hold, move, held, sides, name }, words) {
  const place = element("div", { class: "film", hidden: true })
  Object.assign(place.dataset, { film: new URL(film, root), body: new URL(body, root), hold, move, held: held.join(" "), sides, name, words: JSON.stringify(words) })
  return place
}

/** What the card tells a reader with a caution. */
function careOf(card) {
  const care = card.querySelector(".card-care")
  return care.hidden ? [] : [element("p", { class: "card-care" }, care.textContent)]
}
