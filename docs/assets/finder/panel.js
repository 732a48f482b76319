/** The finder on /exercises/: filters over the complete list that is already on the page; its state is the address. */
import { loadCatalogue, onEveryPage, sayOffline } from "../page/catalogue.js"
import { button, element } from "../page/element.js"
import { fill, forNumber } from "../page/phrases.js"
import { said } from "../page/words.js"
import { emptied, filtered, groups, looser, noChoices, readChoices, spellChoices, toggled } from "./filter.js"

/** Groups that stand inside another group's box. */
const FOLLOW_UP = { floor: "position", care: "without" }
/** The arrow key that leads on in the direction of the page's language. */
const AHEAD = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight"

class Finder {
  constructor(place, catalogue) {
    this.place = place
    this.catalogue = catalogue
    this.words = catalogue.words.finder
    this.exercises = [...catalogue.exercises.values()]
    this.groups = groups(catalogue)
    this.cards = cardsOn(document, catalogue)
    this.sections = sectionsOn(document, catalogue)
    this.boxes = new Map()
    this.keys = `${AHEAD === "ArrowLeft" ? "←" : "→"} ${said.site.add} · ${this.words.look}`
    for (const [id, { card }] of this.cards) {
      card.append(this.lookButton(card, catalogue.exercises.get(id)))
      oneStop(card, this.keys)
    }
    this.build()
    addEventListener("popstate", () => this.read())
    this.read()
  }

  build() {
    const own = this.groups.filter(group => !(group.key in FOLLOW_UP) && !group.hidden)
    this.status = element("p", { class: "finder-count", role: "status" })
    this.note = element("p", { class: "finder-note", role: "status", hidden: true })
    this.chosen = element("ul", { class: "finder-chosen", "aria-label": this.words.chosen })
    this.nothing = element("div", { class: "finder-nothing", hidden: true })
    const on = { submit: event => event.preventDefault(), keydown: closeOnEscape }
    const form = element("form", { class: "finder", role: "search", "aria-label": this.words.find, on },
      element("div", { class: "finder-groups" }, own.map(group => this.groupBox(group))),
      this.chosen, this.note, this.status, this.nothing)
    this.bar = element("a", { class: "finder-bar", href: "#finder-answer", hidden: true })
    this.bar.addEventListener("click", event => this.goToAnswer(event))
    const keys = element("p", { id: "finder-keys", hidden: true }, this.keys)
    this.place.replaceChildren(form, this.bar, keys)
  }

  /** Lies on the card's picture, so that nothing moves when it comes. */
  lookButton(card, exercise) {
    const open = async event => {
      const { look } = await import("./look.js")
      look(event.target, card, exercise, this.catalogue)
    }
    return element("span", { class: "card-look" }, button(this.words.look, open, { "aria-label": fill(this.words.look_at, { name: exercise.name }) }))
  }

  groupBox(group) {
    const mark = element("b", { class: "finder-mark" })
    const inner = this.groups.filter(each => FOLLOW_UP[each.key] === group.key)
    const box = element("details", { class: "finder-group", name: "finder" },
      element("summary", {}, group.title, " ", mark),
      element("fieldset", {}, element("legend", {}, group.title),
        [group, ...inner].flatMap(each => [...each.choices].map(([id, words]) => this.choiceBox(each, id, words)))))
    const keys = [group.key, ...inner.map(each => each.key)]
    this.boxes.set(group.key, { ...this.boxes.get(group.key), mark, keys })
    return box
  }

  choiceBox(group, id, words) {
    const count = element("span", { class: "finder-number" })
    const on = { change: () => this.toggle(group.key, id) }
    const input = element("input", { type: "checkbox", value: id, name: group.key, on })
    const label = element("label", {}, input, element("span", {}, words), count)
    const known = this.boxes.get(group.key) ?? {}
    this.boxes.set(group.key, { ...known, choices: [...known.choices ?? [], { id, input, count, label }] })
    return label
  }

  read() {
    // A hash without "=" is the anchor of a heading.
    const { choices, unknown } = readChoices(location.hash.includes("=") ? location.hash : "", this.groups)
    this.note.hidden = unknown.length === 0
    this.note.textContent = unknown.length ? fill(this.words.unknown, { words: unknown.slice(0, 5).join(", ") }) : ""
    this.show(choices)
  }

  toggle(key, id) {
    this.set(toggled(this.choices, key, id))
  }

  set(choices) {
    const spelled = spellChoices(choices)
    history.pushState(null, "", spelled ? `#${spelled}` : location.pathname + location.search)
    this.note.hidden = true
    this.show(choices)
  }

  show(choices) {
    this.choices = choices
    const { found, counts, misses } = filtered(this.exercises, this.groups, choices)
    for (const [key, box] of this.boxes) this.showGroup(key, box, counts.get(key))
    this.showCards(found)
    this.showChosen()
    this.showNothing(found.size, misses)
    this.showBar(found.size)
    const total = this.exercises.length
    this.status.textContent = this.counted(found.size === total ? "all_fit" : "some_fit", found.size, { total })
  }

  counted(name, count, more) {
    return forNumber(this.words[name], count, this.words, more)
  }

  /** On a small screen the answer lies below the boxes: a bar at the foot of the window says it and leads there. */
  showBar(count) {
    this.bar.hidden = count === this.exercises.length
    this.bar.textContent = count ? this.counted("show", count) : this.words.nothing
  }

  goToAnswer(event) {
    event.preventDefault()                                    // the address is the filters'
    for (const box of this.place.querySelectorAll("details[open]")) box.open = false
    this.status.tabIndex = -1
    this.status.focus()
    this.status.scrollIntoView()
  }

  showGroup(key, box, counts) {
    for (const { id, input, count, label } of box.choices ?? []) {
      input.checked = this.choices.get(key).has(id)
      count.textContent = counts.get(id)
      label.classList.toggle("finder-none", counts.get(id) === 0 && !input.checked)
    }
    if (!box.mark) return
    const chosen = box.keys.reduce((sum, each) => sum + this.choices.get(each).size, 0)
    box.mark.textContent = chosen || ""
  }

  showCards(found) {
    const cautions = this.choices.get("without")
    for (const [id, { card, care }] of this.cards) {
      card.hidden = !found.has(id)
      if (!card.hidden) showCare(care, this.catalogue.exercises.get(id), cautions, this.words)
    }
    for (const { nodes, ids } of this.sections) {
      const empty = !ids.some(id => found.has(id))
      for (const node of nodes) node.hidden = empty
    }
  }

  showChosen() {
    const chips = this.groups.flatMap(group => [...this.choices.get(group.key)].map(id => this.chip(group, id)))
    const clear = chips.length ? [element("li", {}, button(this.words.clear, () => this.clear(), { class: "finder-clear" }))] : []
    this.chosen.replaceChildren(...chips, ...clear)
  }

  chip({ key, chip, choices }, id) {
    const words = chip ? fill(chip, { choice: choices.get(id) }) : choices.get(id)
    return element("li", {}, button(`${words} ×`, () => this.take(key, id), { "aria-label": fill(this.words.take_away, { choice: words }) }))
  }

  // The pressed button is gone afterwards; the keyboard must not fall back to the top of the page.
  take(key, id) {
    this.toggle(key, id)
    const left = this.chosen.querySelector("button") ?? this.place.querySelector("summary")
    left.focus()
  }

  clear() {
    this.set(noChoices(this.groups))
    this.place.querySelector("summary").focus()
  }

  showNothing(count, misses) {
    this.nothing.hidden = count > 0
    this.nothing.replaceChildren()
    if (count > 0) return
    const ways = looser(this.groups, this.choices, misses)
    this.nothing.append(
      element("p", {}, ways.length ? this.words.loosen : this.words.start_again),
      ...ways.map(way => button(`${way.keys.map(key => this.any(key)).reduce((first, second) => fill(this.words.both, { first, second }))} (${way.count})`, () => this.loosen(way.keys))))
  }

  loosen(keys) {
    this.set(emptied(this.choices, keys))
    this.place.querySelector("summary").focus()
  }

  any(key) {
    return this.groups.find(group => group.key === key).any
  }
}

/** Esc closes the box that the focus is in, and leaves the focus on its name. */
function closeOnEscape({ key, target }) {
  const box = key === "Escape" && target.closest("details[open]")
  if (!box) return
  box.open = false
  box.querySelector("summary").focus()
}

/** Every card of the page by the id of the exercise its link leads to. */
function cardsOn(page, { exercises }) {
  const found = new Map()
  for (const link of page.querySelectorAll(".cards li a[href]")) {
    const id = new URL(link.href).pathname.split("/").filter(Boolean).at(-1)
    const card = link.closest("li")
    if (!exercises.has(id)) continue
    card.dataset.exercise = id
    const care = element("span", { class: "card-care", hidden: true })
    card.insertBefore(care, card.querySelector("[data-add]"))
    found.set(id, { card, care })
  }
  return found
}

/** A card is one stop of the keyboard: from its link the arrow keys lead to its buttons, and back. Pointers and screen readers find all. */
function oneStop(card, keys) {
  const stops = () => [...card.querySelectorAll("a[href], button")]
  const [link, ...buttons] = stops()
  for (const each of buttons) each.tabIndex = -1
  card.dataset.keys = keys
  link.setAttribute("aria-keyshortcuts", AHEAD)
  link.setAttribute("aria-describedby", "finder-keys")
  card.addEventListener("keydown", event => {
    if (!/^Arrow(Left|Right)$/.test(event.key) || event.altKey || event.ctrlKey || event.metaKey) return
    const all = stops(), next = all[all.indexOf(event.target) + (event.key === AHEAD ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}

/** Every part of the list that can be empty: a heading, what follows it, and the exercises in it. */
function sectionsOn(page, { areas }) {
  return [...page.querySelectorAll("h2[id]")].filter(heading => areas.has(heading.id)).map(heading => {
    const nodes = [heading]
    for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) nodes.push(next)
    const ids = nodes.flatMap(node => [...node.querySelectorAll("[data-exercise]")].map(card => card.dataset.exercise))
    return { nodes, ids }
  })
}

function showCare(place, exercise, cautions, { take_care }) {
  const lines = exercise.care.filter(each => cautions.has(each.caution)).map(each => each.do)
  place.hidden = lines.length === 0
  place.textContent = lines.length ? fill(take_care, { lines: lines.join(" ") }) : ""
}

onEveryPage(() => {
  const place = document.getElementById("finder")
  if (!place || place.dataset.started) return
  place.dataset.started = "yes"
  loadCatalogue().then(catalogue => new Finder(place, catalogue)).catch(() => sayOffline(place))
    .finally(() => { place.dataset.shown = "yes" })
})
