/**
 * What a reader has done, day by day, on this device alone:
 * { day, kind, id, title, items, skipped, pain, line }. `items` are slugs, `skipped` their places in the list,
 * `pain` is 0 to 10 or null. Whatever comes from outside is checked sign by sign.
 */
import { root } from "../page/catalogue.js"
import { forget, keep, kept } from "../page/device.js"
import { plain } from "../sheet/state.js"
import { isDay } from "./day.js"

const KEY = `${root.pathname}days`
const MOST = 5000
const MOST_ITEMS = 40
const LIMITS = { title: 80, line: 140 }
const KINDS = ["routine", "sheet", "exercise"]
const SLUG = /^[a-z0-9-]{1,60}$/
const LONGEST_ID = 12000

/** Everything done, in the order it was done. */
export function readDays() {
  const found = kept(KEY, [])
  return Array.isArray(found) ? found.map(checked).filter(Boolean) : []
}

/** Adds one; false when the device refuses. */
export const addDone = done => keepDays([...readDays(), checked(done)])

/** Takes one away; the first that is the same. */
export function removeDone(done) {
  const days = readDays()
  const at = days.findIndex(each => same(each, done))
  return keepDays(at < 0 ? days : days.toSpliced(at, 1))
}

/** Forgets everything at once. */
export const forgetDays = () => forget(KEY)

const keepDays = days => keep(KEY, days.slice(-MOST))
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)

/** Takes over the days of a file: how many came, and what is wrong with them, in a plain sentence. */
export function mergeDays(days) {
  const good = days.slice(0, MOST).map(checked)
  const own = readDays()
  const fresh = good.filter(each => each && !own.some(mine => same(mine, each)))
  const odd = good.filter(each => !each).length + Math.max(0, days.length - MOST)
  const trouble = odd ? `${odd} of ${days.length} entries could not be read and were left out.` : ""
  const all = [...own, ...fresh].sort((one, other) => one.day < other.day ? -1 : Number(one.day > other.day))
  if (fresh.length && !keepDays(all)) return { added: 0, trouble: "This device does not let the page keep anything." }
  return { added: fresh.length, trouble }
}

/** One entry with nothing in it but what belongs there; null when it is none. */
function checked(found) {
  const { day, kind, id, items, skipped, pain } = found ?? {}
  if (!isDay(day) || !KINDS.includes(kind) || typeof id !== "string" || id.length > LONGEST_ID) return null
  if (!Array.isArray(items) || items.length > MOST_ITEMS || !items.every(each => SLUG.test(each))) return null
  if (kind !== "sheet" && !SLUG.test(id)) return null
  return {
    day, kind, id, title: plain(found.title ?? "", LIMITS.title), items,
    skipped: (Array.isArray(skipped) ? skipped : []).filter(each => Number.isInteger(each) && each >= 0 && each < items.length),
    pain: Number.isInteger(pain) && pain >= 0 && pain <= 10 ? pain : null,
    line: plain(found.line ?? "", LIMITS.line),
  }
}
