/* What stands below the search box: asks the worker, and draws its answer when it has come, never before. */

import { calls, notCovered, readAs, result } from "./answer.js"

export class Results {
  /** `phrases` has what fills phrases in, and what the page says where the search cannot be had. */
  constructor(box, field, phrases) {
    Object.assign(this, { box, field, phrases, asked: 0, query: "", lines: {} })
    this.meta = box.querySelector(".md-search-result__meta")
    this.waiting = this.meta.textContent
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
    else this.say(this.waiting, [], [])
  }

  /** Without its data the search knows no sign of danger, so the numbers to call stand there whatever was typed. */
  fail() {
    this.failed.hidden = false
  }

  draw(answer) {
    this.failed.hidden = !answer.failed
    const { danger, off, found, more, help, say: words } = answer
    if (answer.failed) return this.drawIndex()
    const { fill, forNumber } = this.phrases, saying = { words, fill }
    if (danger === "now") return this.say(fill(words.now, help), calls(help, saying, () => this.list.append(...this.items(answer))), this.items(answer).slice(0, 1), "now")
    if (off) return this.say(fill(words.not_covered, { topic: off.name, go: off.go }), notCovered(saying, () => this.list.replaceChildren(...this.items(answer))), [])
    const pages = forNumber(more ? words.best : words.pages, found.length, words)
    const read = [...readAs(answer, saying, () => this.ask(this.query, true))]
    const told = [danger && help.soon, ...read.filter(each => each.localName === "span").map(each => each.textContent)]
    const status = [pages, ...told.filter(Boolean)].join(" ")
    this.say(found.length ? status : words.nothing, read, this.items(answer), danger)
  }

  /** Every page by its names, where nothing can be searched. */
  drawIndex() {
    const { index, failed } = this.phrases
    this.say(failed, [], [result({ at: "a-z/", title: index, line: failed })])
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
