/**
 * The answers of the guided start as the address spells them, in the order of the questions:
 *
 *   #danger=none&where=leg&since=weeks&can=bed&spare=knee.wrist&time=ten
 *
 * `danger` is `none` or the id of a warning sign. Pure: no page, no storage.
 */
export const QUESTIONS = ["danger", "where", "since", "can", "spare", "time"]
const NONE = "none"

const known = {
  danger: (value, table) => value === NONE || Object.hasOwn(table.signs, value),
  spare: (value, table) => value === NONE || value.split(".").every(each => Object.hasOwn(table.spare, each)),
}
const isKnown = (question, value, table) =>
  known[question]?.(value, table) ?? Object.hasOwn(table[question], value)

/** The answers behind a hash, and whether all of it could be read; a hash without "=" is a heading's anchor. */
export function readPath(hash, table) {
  const spelled = hash.replace(/^#/, "")
  if (!spelled.includes("=")) return { answers: {}, whole: true }
  const answers = {}
  for (const part of spelled.split("&")) {
    const [question, value, more] = part.split("=")
    const fits = more === undefined && value && QUESTIONS.includes(question) && !Object.hasOwn(answers, question)
    if (!fits || !isKnown(question, value, table)) return { answers: {}, whole: false }
    answers[question] = value
  }
  return { answers, whole: true }
}

/** The hash of some answers. */
export const spellPath = answers =>
  `#${QUESTIONS.filter(each => answers[each]).map(each => `${each}=${answers[each]}`).join("&")}`

/** The cautions that a reader ticked. */
export const ticked = answers => answers.spare && answers.spare !== NONE ? answers.spare.split(".") : []

/** The first question that has no answer, or undefined. */
export const nextQuestion = answers => QUESTIONS.find(each => !answers[each])
