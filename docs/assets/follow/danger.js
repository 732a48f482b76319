/** Asks the search whether words tell of a sign of danger; it knows them however they are put. */
const PATIENCE = 8000 // ms

/** "now", "soon" or "" for some words; "" as well when the search cannot be asked. */
export function dangerIn(words) {
  return new Promise(resolve => {
    const done = found => {
      clearTimeout(late)
      worker.terminate()
      resolve(found)
    }
    const worker = new Worker(new URL("../search/worker.js", import.meta.url), { type: "module" })
    const late = setTimeout(() => done(""), PATIENCE)
    worker.addEventListener("message", ({ data }) => done(data.danger))
    worker.addEventListener("error", () => done(""))
    worker.postMessage({ id: 1, query: words, literal: false })
  })
}
