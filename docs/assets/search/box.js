/* Opens and closes the search box, and loads the search itself when it is first needed. */
import { fill, forNumber } from "../page/phrases.js"
import { said } from "../page/words.js"

const box = document.querySelector("[data-md-component=search]")
const field = document.querySelector("[data-md-component=search-query]")
const opener = document.querySelector("[data-search-open]")
const toggle = document.getElementById("__search")
let results

function load() {
  results ??= import("./results.js").then(({ Results }) => new Results(box, field, { fill, forNumber, index: said.site.index, failed: said.site.no_search })).catch(() => { box.querySelector(".search-failed").hidden = false })
  return results
}

function openSearch() {
  toggle.checked = true
  load()
  field.focus()
}

/** Closes the search; who came by its button stands on that again, others stay in the field, where typing opens it. */
function closeSearch() {
  ;(opener?.checkVisibility() ? opener : field).focus()
  toggle.checked = false
}

if (field) field.onfocus = field.oninput = openSearch
opener?.addEventListener("click", openSearch)
document.querySelector("[data-search-close]")?.addEventListener("click", closeSearch)

box?.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !box.contains(relatedTarget)) toggle.checked = false
})

addEventListener("keydown", event => {
  if (event.key === "Escape" && toggle.checked) return closeSearch()
  const typing = event.target.closest?.("input, textarea, select")
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !"/fs".includes(event.key)) return
  event.preventDefault()
  openSearch()
})

const asked = new URLSearchParams(location.search).get("q")
if (asked && field) {
  field.value = asked
  openSearch()
}
