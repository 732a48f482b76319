/* Answers the search box away from the page. A query that cannot be answered gets the A to Z. */

const ALL_PAGES = { at: "a-z/", title: "A to Z", line: "The search could not be loaded. Here is every page by its names." }
const FAILED = { danger: "", changed: [], unknown: [], off: null, found: [ALL_PAGES] }
const engine = load()
engine.catch(() => {})

async function load() {
  const [{ Search }, answer] = await Promise.all([
    import("./rank.js"),
    fetch(new URL("../../search-vocabulary.json", import.meta.url)),
  ])
  return new Search(await answer.json())
}

addEventListener("message", async ({ data: { id, query, literal } }) => postMessage({ id, query, ...await answered(query, literal) }))

async function answered(query, literal) {
  try {
    const search = await engine
    const { help } = search
    const { found, ...told } = search.find(query, { literal })
    return { ...told, help: { at: help.at, line: help.line, soon: help.soon, numbers: help.numbers }, found: found.map(shown) }
  } catch {
    return FAILED
  }
}

function shown({ at, title, line }) {
  return { at, title, line }
}
