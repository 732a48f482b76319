/**
 * What a reader has done, day by day, on this device alone:
 * { day, kind, id, title, items, skipped, pain, line }. `items` are slugs, `skipped` their places in the list,
 * `pain` is 0 to 10 or null. Whatever comes from outside is checked sign by sign.
 */
import { root } from "../page/catalogue.js"
import { forget, keep, kept } from "../page/device.js"
import { plain } from "../sheet/hash.js"
import { isDay } from "./day.js"

const KEY = `${root.pathname}days`
export const MOST = 5000
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

/** Keeps them all, or the newest of very many; false when the device refuses. */
export const keepDays = days => keep(KEY, days.slice(-MOST))
export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)

/** One entry with nothing in it but what belongs there; null when it is none. */
export function checked(found) {
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
