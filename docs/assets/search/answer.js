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
export function* calls({ numbers }, goOn) {
  for (const { number, where } of numbers) {
    yield element("a", { class: "search-call", href: `tel:${number.replace(/[^\d+]/g, "")}` }, `Call ${number} (${where})`)
  }
  const out = button("This is not what I meant: show the other pages", () => { goOn(); out.remove() })
  yield out
}

/** The way on for who looks for something that the book leaves out. */
export function* notCovered(goOn) {
  const on = button("Show pages with some of these words", () => { goOn(); on.remove() })
  yield on
}

/** What was read otherwise than typed with the way back, and the words that no page has. */
export function* readAs({ changed, unknown }, back) {
  for (const { typed, used } of changed) yield element("span", {}, `Searched for “${used}” instead of “${typed}”.`)
  if (changed.length) yield button("Search for exactly what I typed", back)
  if (unknown.length) yield element("span", {}, `No page here has ${unknown.map(word => `“${word}”`).join(" or ")}.`)
}
