/** The filters of /routines/, which work by style alone: counts what is left, and keeps the choice in the address. */
import { onEveryPage } from "../page/catalogue.js"
import { forNumber } from "../page/phrases.js"
import { said as words } from "../page/words.js"

const NAMES = ["time", "place", "floor"]

function start() {
  const form = document.querySelector(".routine-filter")
  if (!form || form.dataset.led) return
  form.dataset.led = "yes"
  const said = form.querySelector(".routine-count")
  const boxes = name => [...form.elements].filter(each => each.name === name)
  const cards = [...document.querySelectorAll(".strips li")]

  const count = () => {
    const shown = cards.filter(card => getComputedStyle(card).display !== "none").length
    said.textContent = shown
      ? forNumber(words.routines.some_fit, shown, words.routines, { total: cards.length }) : words.routines.nothing
    said.hidden = shown === cards.length
    for (const part of document.querySelectorAll(".strips"))
      part.hidden = ![...part.querySelectorAll("li")].some(card => getComputedStyle(card).display !== "none")
  }
  const show = () => {
    for (const part of document.querySelectorAll(".strips")) part.hidden = false
    count()
  }
  /** A hash without "=" is the anchor of a heading; what names no choice is passed over. */
  const read = () => {
    const given = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "")
    for (const name of NAMES) for (const box of boxes(name)) box.checked = box.value === (given.get(name) ?? "")
    for (const name of NAMES.slice(0, 2)) if (!boxes(name).some(box => box.checked)) boxes(name)[0].checked = true
    show()
  }
  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("change", () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value)
    history.replaceState(null, "", chosen.length ? `#${new URLSearchParams(chosen)}` : location.pathname)
    show()
  })
  addEventListener("hashchange", read)
  read()
}

onEveryPage(start)
