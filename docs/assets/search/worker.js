/* The theme's search worker, with this handbook's own ranking: answers the theme's messages and draws nothing.
   A classic script, because the theme starts its worker as one. */

const READY = 1
const QUERY = 2
const RESULT = 3
/** What stands in the list when the search itself cannot be fetched. */
const UNLOADED = { at: "a-z/", title: "A to Z", line: "The search could not be loaded. Here is every page by its names." }
let latest = 0
const engine = load()
engine.catch(() => {})

async function load() {
  const [{ Search }, answer] = await Promise.all([
    import(new URL("rank.js", location.href)),
    fetch(new URL("../../search-vocabulary.json", location.href)),
  ])
  return new Search(await answer.json())
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type !== QUERY) return
  const asked = ++latest
  const items = await answered(data)
  if (asked === latest) postMessage({ type: RESULT, data: { items } })
})

async function answered(query) {
  try {
    const search = await engine
    const { danger, found } = search.find(query)
    return found.map((entry, at) => [shown(entry, at, danger && at === 0 ? search.help : null)])
  } catch {
    return [[shown(UNLOADED, 0, null)]]
  }
}

/** One result as the theme's list takes it; the theme writes title and text as HTML, so both are escaped here. */
function shown(entry, at, help) {
  const line = help ? `<strong class="search-emergency">${escaped(help.line)}</strong> ${escaped(entry.line)}` : escaped(entry.line)
  const inTitle = entry.at.includes("#") ? `<span class="search-line">${line}</span>` : ""
  return { location: entry.at, title: `${escaped(entry.title)}${inTitle}`, text: line, score: 100 - at, terms: {} }
}

function escaped(text) {
  return text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
}

postMessage({ type: READY })
