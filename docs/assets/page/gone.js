/** On the "not here" page: where an exercise that was renamed or taken out has gone, from its tombstone. */
import { loadCatalogue, root } from "./catalogue.js"
import { element } from "./element.js"
import { fill } from "./phrases.js"
import { said } from "./words.js"

async function tell(place) {
  const { exercises, tombstones } = await loadCatalogue()
  const old = location.pathname.split("/").filter(each => each && each !== "index.html").at(-1)
  const grave = tombstones.get(old)
  if (!grave) return
  const now = exercises.get(grave.now)
  place.after(element("p", { class: "note", role: "status" }, `${grave.reason} `,
    now ? element("a", { href: new URL(`${now.address}/`, root).href }, fill(said.site.moved, { name: now.name })) : null))
}

const heading = document.querySelector("h1")
if (heading) tell(heading).catch(() => {})
