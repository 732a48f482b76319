/**
 * Two things of the reader's own and their pain, rated once a week, on this device alone:
 * { things: [words, …], weeks: [{ day, things: [0 to 10, …], pain }] }, the weeks in order; null where nothing is kept.
 */
import { root } from "../page/catalogue.js"
import { forget, keep, kept } from "../page/device.js"
import { said } from "../page/words.js"
import { plain } from "../sheet/hash.js"
import { daysBetween, isDay } from "./day.js"

const KEY = `${root.pathname}numbers`
const MOST_WEEKS = 260
const WEEK = 7
export const MOST_THINGS = 2
export const LONGEST_THING = 60
export const MOST_POINTS = 10

export const readNumbers = () => checked(kept(KEY, null))
export const keepNumbers = numbers => keep(KEY, checked(numbers))
export const forgetNumbers = () => forget(KEY)

/** With one week more; one of the same day takes the place of the older. */
export const withWeek = (numbers, week) => ({
  ...numbers,
  weeks: [...numbers.weeks.filter(each => each.day !== week.day), week].sort((one, other) => one.day < other.day ? -1 : 1),
})

/** Takes over what a file holds: how many weeks came, and what is wrong with it, in a plain sentence. */
export function mergeNumbers(found) {
  if (found == null) return { added: 0, trouble: "" }
  const [theirs, own] = [checked(found), readNumbers()]
  if (!theirs) return { added: 0, trouble: said.days.numbers_unread }
  if (own && own.things.join("\n") !== theirs.things.join("\n"))
    return { added: 0, trouble: said.days.numbers_other }
  const fresh = theirs.weeks.filter(each => !own?.weeks.some(mine => mine.day === each.day))
  if (!keepNumbers(fresh.reduce(withWeek, own ?? { ...theirs, weeks: [] })))
    return { added: 0, trouble: said.days.refused }
  return { added: fresh.length, trouble: "" }
}

/**
 * What the numbers tell: the name of a reading, "" for none yet. `points` is how much a thing and a pain have to change,
 * `back` from which number on a thing counts as back, `after` from which week on being stuck has a reading: [name, week].
 */
export function reading({ weeks }, { activity, pain, back }, after) {
  const [first, before, now] = [weeks[0], weeks.at(-2), weeks.at(-1)]
  if (!before) return ""
  const gains = since => now.things.map((each, at) => each - since.things[at])
  const eased = since => since.pain - now.pain
  if ([first, before].some(since => eased(since) <= -pain || gains(since).some(each => each <= -activity))) return "worse"
  const real = eased(first) >= pain || gains(first).some(each => each >= activity)
  const any = eased(first) > 0 || gains(first).some(each => each > 0)
  const week = Math.round(daysBetween(first.day, now.day) / WEEK)
  if (now.things.every(each => each >= back)) return "back"
  const stuck = after.find(([name, least]) => week >= least && !(name === "advice" ? any : real))
  return stuck ? stuck[0] : real ? "better" : "steady"
}

/** Numbers with nothing in them but what belongs there; null when they are none. */
function checked(found) {
  const things = (Array.isArray(found?.things) ? found.things : []).slice(0, MOST_THINGS).map(each => plain(each ?? "", LONGEST_THING)).filter(Boolean)
  if (!things.length) return null
  const weeks = (Array.isArray(found.weeks) ? found.weeks : []).map(each => checkedWeek(each, things.length)).filter(Boolean)
  const days = new Map(weeks.map(each => [each.day, each]))
  return { things, weeks: [...days.keys()].sort().slice(-MOST_WEEKS).map(day => days.get(day)) }
}

function checkedWeek(found, count) {
  const { day, things, pain } = found ?? {}
  const rated = Array.isArray(things) && things.length === count && [...things, pain].every(isRating)
  return isDay(day) && rated ? { day, things: [...things], pain } : null
}

const isRating = number => Number.isInteger(number) && number >= 0 && number <= MOST_POINTS
