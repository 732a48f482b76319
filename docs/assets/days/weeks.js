/** "Am I getting better?" on the device: two things and pain, once a week, what they tell, and how they went. */
import { button, element } from "../page/element.js"
import { fill } from "../page/phrases.js"
import { said } from "../page/words.js"
import { daysAfter, daysBetween, today } from "./day.js"
import { dayInWords } from "./month.js"
import { LONGEST_THING, MOST_POINTS, MOST_THINGS, forgetNumbers, keepNumbers, readNumbers, reading, withWeek } from "./numbers.js"

const WEEK = 7

export class Weeks {
  constructor(place) {
    const { activity, pain, back } = place.dataset
    this.points = { activity: Number(activity), pain: Number(pain), back: Number(back) }
    const readings = [...document.querySelectorAll("[data-reading]")]
    this.readings = new Map(readings.map(each => [each.dataset.reading, each]))
    this.after = readings.map(each => [each.dataset.reading, Number(each.dataset.after)]).filter(([, week]) => week)
    this.words = name => ({ none: place.dataset[`${name}None`], full: place.dataset[`${name}Full`], ask: place.dataset[`${name}Ask`] })
    this.parts = element("div", {})
    this.status = element("p", { role: "status", class: "weeks-status" })
    place.replaceChildren(this.parts, this.status)
  }

  show(changing = false) {
    const numbers = readNumbers()
    this.parts.replaceChildren(...numbers ? this.known(numbers, changing) : [this.chooser()])
  }

  chooser() {
    const ask = this.words("activity").ask
    const fields = Array.from({ length: MOST_THINGS }, (_, at) =>
      element("input", { type: "text", maxlength: LONGEST_THING, autocomplete: "off", required: at === 0 }))
    const begin = event => {
      event.preventDefault()
      this.keep({ things: fields.map(each => each.value), weeks: [] }, said.days.begun)
    }
    return element("form", { class: "weeks-form", on: { submit: begin } },
      fields.map((field, at) => element("label", {}, fill(at ? said.days.other_thing : said.days.first_thing, { n: at + 1, ask }), field)),
      element("button", { type: "submit" }, said.days.begin))
  }

  known(numbers, changing) {
    const last = numbers.weeks.at(-1)
    const due = !last || daysBetween(last.day, today()) >= WEEK - 1
    return [
      due || changing ? this.asked(numbers, changing ? last : null) : this.rest(last),
      ...numbers.weeks.length ? [this.told(numbers), this.table(numbers)] : [],
      element("div", { class: "days-files" }, button(said.days.choose_other, () => this.begin(numbers))),
    ]
  }

  rest(last) {
    return element("p", { class: "weeks-rest" }, `${fill(said.days.next, { day: dayInWords(daysAfter(last.day, WEEK)) })} `,
      button(said.days.change, () => this.show(true)))
  }

  asked(numbers, last) {
    const names = numbers.things.map((_, at) => `thing-${at}`)
    const fields = numbers.things.map((thing, at) => scale(names[at], thing, this.words("activity"), last?.things[at]))
    const send = event => {
      event.preventDefault()
      const found = new FormData(event.target)
      const week = { day: last?.day ?? today(), things: names.map(name => Number(found.get(name))), pain: Number(found.get("pain")) }
      this.keep(withWeek(numbers, week), said.days.kept)
    }
    return element("form", { class: "weeks-form", on: { submit: send } }, fields,
      scale("pain", this.words("pain").ask, this.words("pain"), last?.pain),
      element("button", { type: "submit" }, said.days.keep))
  }

  told(numbers) {
    const found = this.readings.get(reading(numbers, this.points, this.after))
    return element("div", { class: "weeks-told", role: "status" },
      found ? [...found.cloneNode(true).childNodes] : said.days.first_numbers)
  }

  table({ things, weeks }) {
    const cell = (number, full) => element("td", { class: full ? "weeks-good" : "weeks-pain", style: `--part: ${number / MOST_POINTS}` }, number)
    const row = each => element("tr", {}, element("th", { scope: "row" }, weekOf(weeks, each)),
      each.things.map(number => cell(number, true)), cell(each.pain, false))
    return element("table", { class: "weeks-table" },
      element("thead", {}, element("tr", {}, [said.days.week, ...things, said.days.pain].map(name => element("th", { scope: "col" }, name)))),
      element("tbody", {}, weeks.map(row).reverse()))
  }

  begin(numbers) {
    forgetNumbers()
    this.show()
    const back = () => this.keep(numbers, said.days.numbers_back)
    this.status.replaceChildren(`${said.days.numbers_gone} `, button(said.days.undo, back))
  }

  keep(numbers, words) {
    const kept = keepNumbers(numbers)
    if (kept) this.show()
    this.status.textContent = kept ? words : said.days.not_kept
  }
}

const weekOf = (weeks, { day }) => {
  const week = Math.round(daysBetween(weeks[0].day, day) / WEEK)
  return week ? String(week) : said.days.week_first
}

/** Eleven numbers, of which one is chosen. */
function scale(name, words, { none, full }, chosen) {
  const numbers = Array.from({ length: MOST_POINTS + 1 }, (_, number) => element("label", {},
    element("input", { type: "radio", name, value: number, required: true, checked: number === chosen }), element("span", {}, number)))
  return element("fieldset", { class: "weeks-scale" }, element("legend", {}, words),
    element("div", {}, numbers), element("p", {}, element("span", {}, fill(said.days.none, { words: none })), element("span", {}, fill(said.days.full, { words: full }))))
}
