/** One quiet line at the foot of the window, about the copy that the reader is looking at. */
import { button, element } from "../page/element.js"
import { said } from "../page/words.js"
import { renew } from "./renewal.js"

function tell(...children) {
  document.querySelector(".told")?.remove()
  const line = element("div", { class: "told", role: "status" }, children,
    button(said.site.not_now, () => line.remove()))
  document.head.append(element("link", { rel: "stylesheet", href: new URL("told.css", import.meta.url).href }))
  document.body.append(line)
}

/** The page stands on the copy alone. */
export const sayOffline = () => tell(element("p", {}, said.site.offline))

/** A newer version is there; nothing brings it without the reader. */
export function sayNewer() {
  const show = button(said.site.show, () => {
    show.disabled = true
    show.textContent = said.site.coming
    renew()
  }, { class: "main" })
  tell(element("p", {}, said.site.newer), show)
}
