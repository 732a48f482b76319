/** Everything of this page as one file, back from it, or gone. */
import { fill } from "../page/phrases.js"
import { said } from "../page/words.js"
import { checked, forgetDays, keepDays, MOST, readDays, same } from "./log.js"
import { forgetNumbers, mergeNumbers, readNumbers } from "./numbers.js"

const FORMAT = "exercise days"
const VERSION = 1
const LARGEST_FILE = 2_000_000

/** The text of a file with everything. */
export const exported = () =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, days: readDays(), numbers: readNumbers() ?? undefined }, null, 1)}\n`

/** Takes over such a file: how many entries came, and what is wrong with it in plain sentences. */
export function imported(text) {
  const { days, numbers, trouble } = parsed(text)
  if (trouble) return { added: 0, troubles: [trouble] }
  const found = [mergeDays(days), mergeNumbers(numbers)]
  return { added: found[0].added + found[1].added, troubles: found.map(each => each.trouble).filter(Boolean) }
}

/** Takes over the days of a file: how many came, and what is wrong with them, in a plain sentence. */
function mergeDays(days) {
  const good = days.slice(0, MOST).map(checked)
  const own = readDays()
  const fresh = good.filter(each => each && !own.some(mine => same(mine, each)))
  const odd = good.filter(each => !each).length + Math.max(0, days.length - MOST)
  const trouble = odd ? fill(said.days.some_unread, { odd, total: days.length }) : ""
  const all = [...own, ...fresh].sort((one, other) => one.day < other.day ? -1 : Number(one.day > other.day))
  if (fresh.length && !keepDays(all)) return { added: 0, trouble: said.days.refused }
  return { added: fresh.length, trouble }
}

/** Forgets everything at once. */
export function forgetAll() {
  forgetDays()
  forgetNumbers()
}

function parsed(text) {
  if (text.length > LARGEST_FILE) return { trouble: said.days.too_large }
  let found
  try {
    found = JSON.parse(text)
  } catch {
    return { trouble: said.days.damaged }
  }
  if (found?.format !== FORMAT || !Array.isArray(found.days)) return { trouble: said.days.no_list }
  if (found.version !== VERSION) return { trouble: said.days.other_version }
  return found
}
