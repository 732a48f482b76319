/* What stands below the search box: asks the worker, and draws its answer when it has come, never before. */

import { calls, notCovered, readAs, result } from "./answer.js"

const WAITING = "Type a word: a place that hurts, a move, or a thing you have."
const NOTHING = "Nothing found. Check the spelling, or try the body map, the list or the A to Z below."
const OFF = "This book does not cover "

export class Results {
  constructor(box, field) {
    Object.assign(this, { box, field, asked: 0, query: "", lines: {} })
    this.meta = box.querySelector(".md-search-result__meta")
    this.note = box.querySelector(".search-note")
    this.list = box.querySelector(".md-search-result__list")
    this.failed = box.querySelector(".search-failed")
    this.worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" })
    this.worker.addEventListener("message", ({ data }) => { if (data.id === this.asked) data.lines ? this.tell(data.lines) : this.draw(data) })
    this.worker.addEventListener("error", () => this.fail())
    for (const kind of ["input", "keyup"]) field.addEventListener(kind, () => this.ask(field.value.trim()))
    box.addEventListener("keydown", event => this.step(event))
    field.form.addEventListener("submit", event => this.take(event))
    field.form.addEventListener("reset", () => this.ask(""))
    this.ask(field.value.trim())
  }

  /** Asks for a query once; an empty one is answered here and at once. */
  ask(query, literal = false) {
    if (query === this.query && !literal) return
    this.query = query
    this.asked++
    if (query) this.worker.postMessage({ id: this.asked, query, literal })
    else this.say(WAITING, [], [])
  }

  /** Without its data the search knows no sign of danger, so the numbers to call stand there whatever was typed. */
  fail() {
    this.failed.hidden = false
  }

  draw(answer) {
    this.failed.hidden = !answer.failed
    const { danger, off, found, more, help } = answer
    if (danger === "now") return this.say(`1 page. Get help now. ${help.line}`, calls(help, () => this.list.append(...this.items(answer))), this.items(answer).slice(0, 1), "now")
    if (off) return this.say(`${OFF}${off.name}. ${off.go}`, notCovered(() => this.list.replaceChildren(...this.items(answer))), [])
    const pages = found.length === 1 ? "1 page" : `${more ? "The best " : ""}${found.length} pages`
    const read = [...readAs(answer, () => this.ask(this.query, true))]
    const told = [danger && help.soon, ...read.filter(each => each.localName === "span").map(each => each.textContent)]
    const status = [`${pages}.`, ...told.filter(Boolean)].join(" ")
    this.say(found.length ? status : NOTHING, read, this.items(answer), danger)
  }

  items({ found, danger, help }) {
    return found.map((entry, at) => result({ ...entry, line: this.lines[entry.at] }, danger && at === 0 ? { danger, ...help } : null))
  }

  /** The line below each title, which follows the answer; the list is drawn, and may be walked through, without. */
  tell(lines) {
    Object.assign(this.lines, lines)
    for (const { dataset, lastElementChild } of this.list.querySelectorAll("article")) lastElementChild.textContent = lines[dataset.at]
  }

  /** Everything at once, so that nothing half done is seen or read out. */
  say(status, notes, items, danger = "") {
    this.box.dataset.danger = danger
    this.list.replaceChildren(...items)
    this.note.replaceChildren(...notes)
    this.meta.textContent = status
  }

  /** The arrow keys walk through the results. */
  step(event) {
    if (!["ArrowDown", "ArrowUp"].includes(event.key)) return
    const stops = [this.field, ...this.list.querySelectorAll("a")]
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)
    stops[Math.max(0, Math.min(next, stops.length - 1))].focus()
    event.preventDefault()
  }

  /** Enter takes the first page; while none has come, the form leads to the A to Z. */
  take(event) {
    const first = this.list.querySelector("a")
    if (!first) return
    event.preventDefault()
    first.click()
  }
}
