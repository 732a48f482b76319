/* Answers the search box away from the page. A query that cannot be answered gets the A to Z. */

const FAILED = { failed: true, danger: "", changed: [], unknown: [], off: null, found: [] }
const vocabulary = fetched("search-vocabulary.json")
const engine = load()
const lines = engine.then(() => fetched("search-lines.json")).catch(() => ({}))
let deeper
for (const each of [vocabulary, engine]) each.catch(() => {})  // a query answers for what fails here

async function fetched(name) {
  return (await fetch(new URL(`../../${name}`, import.meta.url))).json()
}

async function load() {
  const { Search } = await import("./rank.js")
  return new Search(await vocabulary)
}

/** The search with all it can know; loaded when a query has a word that no name has, and done without where it fails. */
async function loadDeeper() {
  try {
    const [{ Search }, { Filter }, { COMMON }, texts] = await Promise.all([
      import("./rank.js"), import("./filter.js"), commonWords(), fetched("search-texts.json"),
    ])
    return new Search(await vocabulary, { texts, common: COMMON && new Filter(COMMON) })
  } catch {
    return engine
  }
}

/** The commonest words of English; of other languages none are known. */
async function commonWords() {
  const { isEnglish } = await import("./tongue.js")
  return isEnglish((await vocabulary).say.language) ? import("./common-words.js") : { COMMON: null }
}

async function searchFor(query) {
  const search = await engine
  return search.holds(query) ? search : deeper ??= loadDeeper()
}

addEventListener("message", async ({ data: { id, query, literal } }) => {
  const answer = await answered(query, literal)
  postMessage({ id, query, ...answer })
  const told = answer.failed ? {} : await lines
  postMessage({ id, lines: Object.fromEntries(answer.found.map(({ at, line }) => [at, line ?? told[at]])) })
})

async function answered(query, literal) {
  try {
    const search = await searchFor(query)
    const { help } = search
    const { found, ...told } = search.find(query, { literal })
    return { ...told, say: (await vocabulary).say, help: { at: help.at, line: help.line, soon: help.soon, numbers: help.numbers }, found: found.map(shown) }
  } catch {
    return FAILED
  }
}

function shown({ at, title }) {
  return { at, title }
}
