/** What the handbook holds, fetched once from the site's own browse.json and looked up by id. */
import { element } from "./element.js"
import { said } from "./words.js"

/** The site's root, wherever it is served from. */
export const root = new URL("../../", import.meta.url)

let asked

/** The catalogue: a Map for every vocabulary, the exercises, the limits and the lines of a sheet. */
export function loadCatalogue() {
  asked ??= fetchCatalogue().catch(error => {
    asked = undefined                                  // what failed once is asked for again
    throw error
  })
  return asked
}

async function fetchCatalogue() {
  const answer = await fetch(new URL("browse.json", root))
  if (!answer.ok) throw new Error(`browse.json: ${answer.status}`)
  const found = await answer.json()
  const maps = ["areas", "muscles", "positions", "equipment", "goals", "phases", "levels", "cautions", "tombstones"]
  return {
    ...found,
    ...Object.fromEntries(maps.map(name => [name, new Map(Object.entries(found[name]))])),
    exercises: new Map(found.exercises.map(each => [each.id, each])),
    routines: new Map(found.routines.map(each => [each.id, each])),
  }
}

/** Says in `place` that the rest of the page works, when the data could not be had. */
export const sayOffline = place =>
  place.replaceChildren(element("p", { class: "note", role: "status" }, said.site.no_data))

/** Runs `start` now, and again whenever the theme puts a new page in place. */
export function onEveryPage(start) {
  start()
  if (typeof document$ !== "undefined") document$.subscribe(start)
}
