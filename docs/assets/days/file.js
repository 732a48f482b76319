/** Everything of this page as one file, back from it, or gone. */
import { forgetDays, mergeDays, readDays } from "./log.js"
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

/** Forgets everything at once. */
export function forgetAll() {
  forgetDays()
  forgetNumbers()
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
  return found
}
