/* The pieces of an answer: a result, the numbers to call, what was read otherwise than typed. */

const ROOT = new URL("../../", import.meta.url)

/** An element with text or other elements in it; nothing is ever read as HTML. */
export function element(name, attributes, ...inside) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...inside)
  return made
}

function button(words, act) {
  const made = element("button", { type: "button", class: "search-way" }, words)
  made.addEventListener("click", act)
  return made
}

/** One page of the list; the red-flag page says first how soon to get help. */
export function result({ at, title, line }, help) {
  const first = help ? [element("strong", { class: `search-emergency search-${help.danger}` }, help.danger === "now" ? help.line : help.soon)] : []
  const inside = element("article", { class: "md-search-result__article", "data-at": at },
    element("h2", {}, title), ...first, element("p", {}, line ?? ""))
  const link = element("a", { class: "md-search-result__link", href: new URL(at, ROOT) }, inside)
  return element("li", { class: "md-search-result__item" }, link)
}

/** The numbers to tap, and the way out for who meant something else. */
export function* calls({ numbers }, { words, fill }, goOn) {
  for (const { number, where } of numbers) {
    yield element("a", { class: "search-call", href: `tel:${number.replace(/[^\d+]/g, "")}` }, fill(words.call, { number, where }))
  }
  const out = button(words.not_meant, () => { goOn(); out.remove() })
  yield out
}

/** The way on for who looks for something that the book leaves out. */
export function* notCovered({ words }, goOn) {
  const on = button(words.some_words, () => { goOn(); on.remove() })
  yield on
}

/** What was read otherwise than typed with the way back, and the words that no page has. */
export function* readAs({ changed, unknown }, { words, fill }, back) {
  for (const each of changed) yield element("span", {}, fill(words.read_as, each))
  if (changed.length) yield button(words.as_typed, back)
  if (!unknown.length) return
  const either = unknown.map(word => fill(words.word, { word })).reduce((first, second) => fill(words.either, { first, second }))
  yield element("span", {}, fill(words.unknown, { words: either }))
}
