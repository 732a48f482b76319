/** The guided start: one question a screen, over the page that holds all of them; its state is the address. */
import { onEveryPage } from "../page/catalogue.js"
import { element } from "../page/element.js"
import { fill } from "../page/phrases.js"
import { said } from "../page/words.js"
import { showAnswer } from "./answer.js"
import { decide, rowFor } from "./decide.js"
import { nextQuestion, QUESTIONS, readPath, spellPath } from "./path.js"

class Start {
  constructor(place) {
    this.place = place
    this.table = JSON.parse(document.getElementById("start-table").textContent)
    this.trouble = document.getElementById("start-trouble")
    this.form = place.querySelector("form")
    place.addEventListener("click", event => this.click(event))
    this.form.addEventListener("submit", event => this.next(event))
    this.form.addEventListener("change", () => this.count())
    addEventListener("popstate", () => this.read(true))
    place.querySelector("[data-print]").addEventListener("click", () => print())
    place.classList.add("led")
    this.read(false)
  }

  /** Whoever opens an address has seen no sign of danger yet; this visit's own history says who has. */
  read(focus) {
    const { answers, whole } = readPath(location.hash, this.table)
    const given = Object.keys(answers).length > 0
    if (answers.danger && !history.state?.asked) delete answers.danger
    this.answers = answers
    this.say(whole ? given && !answers.danger ? said.start.given : "" : said.start.damaged)
    this.show(focus)
  }

  click(event) {
    const link = event.target.closest("[data-answer], [data-back]")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (link.dataset.back) return this.go(this.before(link.dataset.back))
    const [question, value] = link.dataset.answer.split("=")
    this.go({ ...this.answers, [question]: value })
  }

  next(event) {
    event.preventDefault()
    const chosen = new FormData(this.form).getAll("spare")
    this.go({ ...this.answers, spare: chosen.join(".") || "none" })
  }

  /** The answers before one question, which is asked again with all after it. */
  before(question) {
    const kept = QUESTIONS.slice(0, QUESTIONS.indexOf(question))
    return Object.fromEntries(kept.filter(each => this.answers[each]).map(each => [each, this.answers[each]]))
  }

  go(answers) {
    this.answers = answers
    this.say("")
    history.pushState({ asked: true }, "", answers.danger ? spellPath(answers) : location.pathname)
    this.show(true)
  }

  show(focus) {
    const { danger, where } = this.answers
    const row = this.answers.can && where && this.answers.since && rowFor(this.table, this.answers)
    const question = nextQuestion(this.answers)
    if (danger && danger !== "none") this.end(this.table.signs[danger], "danger")
    else if (danger && row?.ending) this.end(row.ending, "can")
    else if (question) this.ask(question)
    else this.answer()
    if (focus) this.focus()
  }

  ask(question) {
    const all = [...this.place.querySelectorAll(`[data-question="${question}"]`)]
    const section = all.find(each => !each.dataset.where || each.dataset.where === this.answers.where)
    if (question === "spare") this.count()
    this.open(section, question, fill(said.start.question, { n: QUESTIONS.indexOf(question) + 1, total: QUESTIONS.length }))
  }

  end(ending, from) {
    const section = this.place.querySelector(`[data-ending="${ending}"]`)
    const sign = section.querySelector(".start-sign")
    const chosen = this.place.querySelector(`#danger li [data-answer="danger=${this.answers.danger}"]`)
    const heading = chosen?.closest("ul").previousElementSibling
    sign.replaceChildren(...chosen ? [element("span", {}, heading.textContent), " ", chosen.textContent] : [])
    sign.hidden = !chosen
    this.open(section, from, said.start.answer, from)
  }

  answer() {
    const section = this.place.querySelector('[data-question="answer"]')
    const answer = decide(this.table, this.answers)
    showAnswer(section, this.table, this.answers, answer)
    this.open(section, "answer", said.start.answer, "time")
  }

  /** Shows one section, with the way back above its question. */
  open(section, question, words, again) {
    const back = again ?? QUESTIONS[QUESTIONS.indexOf(question) - 1]
    for (const each of this.place.querySelectorAll(".open")) each.classList.remove("open")
    for (const each of this.place.querySelectorAll(".start-bar")) each.remove()
    const bar = element("p", { class: "start-bar" }, element("span", {}, words),
      back && element("a", { href: "#", "data-back": back }, said.start.back),
      question !== "danger" && element("a", { href: "#", "data-back": "danger" }, said.start.again))
    section.prepend(bar)
    section.classList.add("open")
    this.section = section
  }

  focus() {
    const heading = this.section.querySelector("h2")
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    this.place.scrollIntoView({ block: "start", behavior: "instant" })
  }

  count() {
    const some = this.form.querySelector(":checked") !== null
    this.form.querySelector("[type=submit]").hidden = !some
    this.form.querySelector("[data-answer]").hidden = some
  }

  say(words) {
    this.trouble.textContent = words
    this.trouble.hidden = words === ""
  }
}

onEveryPage(() => {
  const place = document.getElementById("start")
  if (place && !place.classList.contains("led")) new Start(place)
})
