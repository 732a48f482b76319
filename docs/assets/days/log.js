/**
 * What a reader has done, day by day, on this device alone:
 * { day, kind, id, title, items, skipped, pain, line }. `items` are slugs, `skipped` their places in the list,
 * `pain` is 0 to 10 or null. Whatever comes from outside is checked sign by sign.
 */
import { root } from "../page/catalogue.js"
import { forget, keep, kept } from "../page/device.js"
import { plain } from "../sheet/state.js"

const KEY = `${root.pathname}days`
const FORMAT = "exercise days"
const VERSION = 1
const LARGEST_FILE = 2_000_000
const MOST = 5000
const MOST_ITEMS = 40
const LIMITS = { title: 80, line: 140 }
const KINDS = ["routine", "sheet", "exercise"]
const SLUG = /^[a-z0-9-]{1,60}$/
const LONGEST_ID = 12000

/** Today by the device's own calendar, such as 2026-11-28. */
export function today(now = new Date()) {
  const two = number => String(number).padStart(2, "0")
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

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

/** The text of a file with everything. */
export const exported = () => `${JSON.stringify({ format: FORMAT, version: VERSION, days: readDays() }, null, 1)}\n`

/** Takes over such a file: how many days came, and what is wrong with it in plain sentences. */
export function imported(text) {
  const { days, trouble } = parsed(text)
  if (trouble) return { added: 0, troubles: [trouble] }
  const good = days.slice(0, MOST).map(checked)
  const own = readDays()
  const fresh = good.filter(each => each && !own.some(mine => same(mine, each)))
  const odd = good.filter(each => !each).length + Math.max(0, days.length - MOST)
  const troubles = odd ? [`${odd} of ${days.length} entries could not be read and were left out.`] : []
  const all = [...own, ...fresh].sort((one, other) => one.day < other.day ? -1 : Number(one.day > other.day))
  if (fresh.length && !keepDays(all)) return { added: 0, troubles: ["This device does not let the page keep anything."] }
  return { added: fresh.length, troubles }
}

function parsed(text) {
  if (text.length > LARGEST_FILE) return { trouble: "This file is too large to be a list of days. Nothing was taken from it." }
  let found
  try {
    found = JSON.parse(text)
  } catch {
    return { trouble: "This file could not be read. It may be damaged, or not a list of days." }
  }
  if (found?.format !== FORMAT || !Array.isArray(found.days)) return { trouble: "This file is not a list of days." }
  if (found.version !== VERSION) return { trouble: "This file was made by another version of this page." }
  return { days: found.days }
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

function isDay(day) {
  if (typeof day !== "string" || !/^\d{4}-\d\d-\d\d$/.test(day)) return false
  const date = new Date(`${day}T00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
