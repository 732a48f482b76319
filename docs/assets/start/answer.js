/** One routine and three exercises, put together from the words that already stand on the page. */
import { root } from "../page/catalogue.js"
import { button, element } from "../page/element.js"
import { forNumber } from "../page/phrases.js"
import { said } from "../page/words.js"
import { emptySheet, encodeSheet } from "../sheet/state.js"
import { spared, wayFor } from "./decide.js"
import { QUESTIONS } from "./path.js"

/** Fills the section of the answer. */
export function showAnswer(section, table, answers, { routine, exercises }) {
  const page = section.closest("#start")
  const slot = name => section.querySelector(`[data-slot=${name}]`)
  section.querySelector(".start-summary").textContent = chosenWords(page, answers).join(" · ")
  slot("notes").replaceChildren(copy(page, `.start-set [data-note="${answers.since}"]`))
  const whole = routineCard(page, table, answers, routine)
  const three = exerciseCards(page, table, answers, exercises)
  const short = table.routines[routine].minutes > table.time[answers.time][0]
  slot("lead").replaceChildren(...short ? [three, whole] : [whole, three])
  const cautions = spared(table, answers).map(id => copy(page, `#cautions [data-caution="${id}"]`))
  slot("cautions").replaceChildren(...cautions.length
    ? [element("h3", {}, said.start.look_out), element("ul", {}, cautions)] : [])
}

function chosenWords(page, answers) {
  return QUESTIONS.slice(1).filter(each => each !== "spare").map(question =>
    page.querySelector(`[data-answer="${question}=${answers[question]}"] b`).textContent)
}

function copy(page, selector) {
  const made = page.querySelector(selector).cloneNode(true)
  made.removeAttribute("id")
  return made
}

function routineCard(page, table, answers, slug) {
  const card = copy(page, `[data-routine="${slug}"]`)
  const { minutes } = table.routines[slug]
  const [most] = table.time[answers.time]
  const fits = minutes <= most ? said.start.fits : forNumber(said.start.later, minutes, said.start)
  const left = spared(table, answers).length ? said.start.spared : ""
  card.querySelector("[data-start]").replaceWith(...startButton(slug))
  card.querySelector(".start-why").append(` ${[fits, said.start.positions, left].filter(Boolean).join(" ")}`)
  return element("div", {}, element("h3", { class: "start-part" },
    minutes <= most ? said.start.routine : said.start.routine_later), card)
}

/** Follows the routine on the screen; what that takes comes with the tap. */
function startButton(slug) {
  const status = element("span", { role: "status" })
  const failed = () => { status.textContent = said.start.not_loaded }
  const follow = () => import("../follow/start.js").then(({ start }) => start(`routine/${slug}`)).catch(failed)
  return [button(said.site.start, follow), " ", status]
}

function exerciseCards(page, table, answers, exercises) {
  const phase = table.since[answers.since]
  const cards = exercises.map(slug => exerciseCard(page, table, answers, slug, phase))
  const seconds = exercises.reduce((sum, slug) => sum + table.moves[slug].seconds[phase], 0)
  return element("div", {}, element("h3", { class: "start-part" }, forNumber(said.start.three, Math.ceil(seconds / 60), said.start)),
    cards, element("p", { class: "act" },
      element("a", { class: "second", href: sheetOf(table, exercises, phase) }, said.start.to_sheet)))
}

function exerciseCard(page, table, answers, slug, phase) {
  const card = copy(page, `[data-move="${slug}"]`)
  const spare = spared(table, answers)
  const way = wayFor(table, slug, answers.can, spare)
  const dose = phase === table.fresh ? phase : "later"
  for (const each of card.querySelectorAll("[data-phase]")) if (each.dataset.phase !== dose) each.remove()
  for (const each of card.querySelectorAll("[data-way]")) if (each.dataset.way !== way) each.remove()
  for (const each of card.querySelectorAll("[data-caution]")) if (!spare.includes(each.dataset.caution)) each.remove()
  return card
}

/** The builder's address with the three exercises, each with the dose of the phase. */
function sheetOf(table, exercises, phase) {
  const items = exercises.map(id => ({ id, ...table.moves[id].dose[phase], side: "both", note: "" }))
  return new URL(`build/#${encodeSheet({ ...emptySheet(), title: said.start.title, phase, items })}`, root).href
}
