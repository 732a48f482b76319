/** On every page: how many exercises are on the reader's sheet, and buttons that add one. */
import { onEveryPage, root } from "../page/catalogue.js"
import { button } from "../page/element.js"
import { forNumber } from "../page/phrases.js"
import { said } from "../page/words.js"
import { draftIds, toggleOnDraft } from "./store.js"

const words = on => on ? said.site.added : said.site.add

/** The id of the exercise that an address leads to, or null. */
function exerciseAt(address) {
  const path = new URL(address).pathname
  const [, id] = path.startsWith(root.pathname)
    ? /^exercises\/[^/]+\/([a-z0-9-]+)\/(?:index\.html)?$/.exec(path.slice(root.pathname.length)) ?? [] : []
  return id ?? null
}

function addButton(id, name) {
  const toggle = () => {
    const trouble = toggleOnDraft(id)
    if (trouble) made.textContent = trouble           // the button has the focus, so its new words are read out
  }
  const made = button("", toggle, { class: "add-to-sheet", "data-add": id })
  if (name) made.dataset.name = name
  return made
}

function addButtons() {
  const here = exerciseAt(location.href)
  const place = document.querySelector(".dose-sheet")
  if (here && place && !place.firstChild) place.append(addButton(here))
  for (const link of document.querySelectorAll("#finder ~ .cards li a[href]")) {
    const id = exerciseAt(link.href)
    const card = link.closest("li")
    if (id && !card.querySelector("[data-add]")) card.append(addButton(id, link.textContent.trim()))
  }
}

function refresh() {
  const ids = new Set(draftIds())
  for (const count of document.querySelectorAll(".sheet-count")) {
    count.textContent = ids.size ? draftIds().length : ""
    count.setAttribute("aria-label", forNumber(said.site.on_sheet, draftIds().length, said.site))
  }
  for (const each of document.querySelectorAll("[data-add]")) {
    const on = ids.has(each.dataset.add)
    each.textContent = words(on)
    if (each.dataset.name) each.setAttribute("aria-label", `${words(on)}: ${each.dataset.name}`)
    each.setAttribute("aria-pressed", on ? "true" : "false")
  }
}

document.addEventListener("sheet-changed", refresh)
addEventListener("storage", refresh)
addEventListener("pageshow", refresh)
onEveryPage(() => {
  addButtons()
  refresh()
})
