/** The options of a sheet as its address spells them: one word per choice. Pure: no page, no storage. */
const PAPERS = ["a4", "letter"]
export const SWITCHES = ["large", "low-ink", "no-pictures", "blank", "goal", "pain", "plan"]
/** "in-uk": the place whose emergency number the sheet shows; one that this handbook does not know shows them all. */
const PLACE = /^in-([a-z0-9-]{1,40})$/
const USUAL_WEEKS = 4
export const MOST_WEEKS = 8

/** The options nobody has touched; no paper named means whatever the printer holds. */
export const usualOptions = () =>
  ({ paper: "", place: "", weeks: USUAL_WEEKS, ...Object.fromEntries(SWITCHES.map(word => [word, false])) })

/** The options as one word per choice, joined by dots; "" when all are as usual. */
export function spellOptions(options) {
  const words = options.paper ? [options.paper] : []
  if (options.place) words.push(`in-${options.place}`)
  words.push(...SWITCHES.filter(word => options[word]))
  if (options.weeks !== USUAL_WEEKS) words.push(`${options.weeks}-weeks`)
  return words.join(".")
}

/** The options behind such a word list; words that mean nothing here are handed to `unknown`. */
export function readOptions(spelled, unknown = () => {}) {
  const options = usualOptions()
  for (const word of spelled.split(".").filter(Boolean).slice(0, 20)) {
    const weeks = /^([1-9])-weeks?$/.exec(word)
    if (PAPERS.includes(word)) options.paper = word
    else if (SWITCHES.includes(word)) options[word] = true
    else if (PLACE.test(word)) options.place = PLACE.exec(word)[1]
    else if (weeks && Number(weeks[1]) <= MOST_WEEKS) options.weeks = Number(weeks[1])
    else unknown(word)
  }
  return options
}
