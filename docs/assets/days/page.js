/** The page of what a reader has done: a month, a day, and everything as a file, back, or gone. */
import { loadCatalogue, onEveryPage } from "../page/catalogue.js"
import { button, element } from "../page/element.js"
import { handOver } from "../page/hand-over.js"
import { fill, forNumber } from "../page/phrases.js"
import { said } from "../page/words.js"
import { today } from "./day.js"
import { exported, forgetAll, imported } from "./file.js"
import { readDays, removeDone } from "./log.js"
import { dayInWords, monthTable, monthsFrom } from "./month.js"
import { Weeks } from "./weeks.js"

class Days {
  constructor(place, weeks) {
    Object.assign(this, { place, weeks, names: new Map(), chosen: today() })
    this.month = this.chosen.slice(0, 7)
    this.status = element("p", { role: "status", class: "days-status" })
    this.parts = element("div", { class: "days-parts" })
    place.replaceChildren(this.parts, this.files(), this.status)
    addEventListener("storage", () => this.showAll())
    this.showAll()
    this.sayHowLong()
  }

  name(exercises) {
    this.names = new Map([...exercises].map(([id, each]) => [id, each.name]))
    this.show()
  }

  showAll() {
    this.show()
    this.weeks?.show()
  }

  show() {
    const days = readDays()
    const step = (words, by) => button(words, () => { this.month = monthsFrom(this.month, by); this.show() })
    const choose = day => { this.chosen = day; this.show() }
    const entries = days.filter(each => each.day === this.chosen)
    this.parts.replaceChildren(
      element("div", { class: "days-steps" }, step(said.days.before, -1), step(said.days.after, 1)),
      monthTable(this.month, days, this.chosen, choose),
      element("div", { class: "days-day" }, element("h2", {}, dayInWords(this.chosen)), entries.length
        ? element("ul", { class: "days-done" }, entries.map(each => this.entry(each)))
        : element("p", {}, said.days.empty)))
  }

  entry(done) {
    const skipped = done.skipped.map(at => this.names.get(done.items[at]) ?? done.items[at])
    const remove = () => { removeDone(done); this.show(); this.say(said.days.taken) }
    return element("li", {}, element("b", {}, done.title),
      element("span", {}, fill(said.days.done, { n: done.items.length - skipped.length, total: done.items.length })),
      skipped.length ? element("span", {}, fill(said.days.left_out, { names: skipped.join(", ") })) : null,
      done.pain === null ? null : element("span", {}, fill(said.days.pain_was, { n: done.pain })),
      done.line ? element("span", {}, done.line) : null,
      button(said.days.take_away, remove, { "aria-label": fill(said.days.take_away_one, { title: done.title }) }))
  }

  files() {
    const bring = async event => {
      const { added, troubles } = imported(await event.target.files[0].text())
      event.target.value = ""
      this.showAll()
      this.say([forNumber(said.days.came, added, said.days), ...troubles].join(" "))
    }
    const file = element("input", { type: "file", accept: "application/json,.json", on: { change: bring } })
    return element("div", { class: "days-files" },
      button(said.days.save, () => save()),
      element("label", {}, `${said.days.bring} `, file),
      button(said.days.delete, () => { this.deleted = exported(); forgetAll(); this.showAll(); this.sayDeleted() }))
  }

  sayDeleted() {
    const back = () => { imported(this.deleted); this.showAll(); this.say(said.days.back) }
    this.status.replaceChildren(`${said.days.deleted} `, button(said.days.undo, back))
  }

  say(words) {
    this.status.textContent = words
  }

  // A browser may promise to keep what a site stores, or not; it answers in its own time.
  async sayHowLong() {
    const kept = await navigator.storage?.persisted?.().catch(() => false)
    const place = document.getElementById("how-long")
    if (kept && place) place.textContent = said.days.stays
  }
}

const save = () => handOver("my-days.json", "application/json", exported())

onEveryPage(() => {
  const place = document.getElementById("days")
  if (!place || place.dataset.started) return
  const numbers = document.getElementById("numbers")
  const days = new Days(place, numbers && new Weeks(numbers))
  place.dataset.started = "yes"
  // Names are nicer than slugs, but the days are shown without them, too.
  loadCatalogue().then(({ exercises }) => days.name(exercises)).catch(() => {})
})
