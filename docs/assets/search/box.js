/* Loads the theme's script, which runs the search, on first need; opens and closes the box. */
const toggle = document.getElementById("__search")
const words = document.querySelector("[data-md-component=search-query]")
let asked = false

function load() {
  if (asked) return
  asked = true
  for (const inert of document.getElementById("theme-scripts").content.querySelectorAll("script")) {
    const script = document.createElement("script")
    for (const { name, value } of inert.attributes) script.setAttribute(name, value)
    script.textContent = inert.textContent
    script.async = false
    document.body.append(script)
  }
}

function openSearch() {
  load()
  toggle.checked = true
  toggle.dispatchEvent(new Event("change"))
  words.focus()
}

function closeSearch() {
  toggle.checked = false
  toggle.dispatchEvent(new Event("change"))
  words.blur()
}

words?.addEventListener("focus", openSearch, { once: true })
document.querySelector("[data-search-open]")?.addEventListener("click", openSearch)
document.querySelector("[data-search-close]")?.addEventListener("click", closeSearch)

addEventListener("keydown", event => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
  if (asked || typing || event.ctrlKey || event.metaKey || event.altKey) return
  if (!["/", "f", "s"].includes(event.key)) return
  event.preventDefault()
  openSearch()
})

if (new URLSearchParams(location.search).has("h") || new URLSearchParams(location.search).has("q")) load()
