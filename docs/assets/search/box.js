/* Opens and closes the search box, and loads the search itself when it is first needed. */
const box = document.querySelector("[data-md-component=search]")
const field = document.querySelector("[data-md-component=search-query]")
const toggle = document.getElementById("__search")
let results

function load() {
  results ??= import("./results.js").then(({ Results }) => new Results(box, field)).catch(() => { box.querySelector(".search-failed").hidden = false })
  return results
}

function openSearch() {
  toggle.checked = true
  load()
  field.focus()
}

function closeSearch() {
  toggle.checked = false
  field.blur()
}

field?.addEventListener("focus", openSearch)
document.querySelector("[data-search-open]")?.addEventListener("click", openSearch)
document.querySelector("[data-search-close]")?.addEventListener("click", closeSearch)

box?.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !box.contains(relatedTarget)) toggle.checked = false
})

addEventListener("keydown", event => {
  if (event.key === "Escape" && toggle.checked) return closeSearch()
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "f", "s"].includes(event.key)) return
  event.preventDefault()
  openSearch()
})

const asked = new URLSearchParams(location.search).get("q")
if (asked && field) {
  field.value = asked
  openSearch()
}
