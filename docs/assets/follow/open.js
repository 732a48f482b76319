/* Puts Start where a page offers to follow along; everything else comes with the tap. */
import { said } from "../page/words.js"

const load = () => import("./start.js")
const failed = place => { place.textContent = said.site.no_player }

for (const place of document.querySelectorAll("[data-follow]")) {
  const button = document.createElement("button")
  const status = document.createElement("span")
  button.type = "button"
  button.textContent = place.dataset.words ?? said.site.start
  status.role = "status"
  button.addEventListener("click", () => load().then(({ start }) => start(place.dataset.follow)).catch(() => failed(status)))
  place.append(button, status)
  place.hidden = false
}

// A reload in the middle of a run goes on with it.
try {
  const path = new URL("../../", import.meta.url).pathname
  const run = JSON.parse(sessionStorage.getItem(`${path}run`))
  if (run?.open && run.page === location.pathname) load().then(({ resume }) => resume())
} catch { /* nothing is kept, so nothing goes on */ }
