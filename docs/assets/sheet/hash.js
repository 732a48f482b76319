/**
 * The hash of a sheet, as every page may change it without reading what it says: its slugs, one more, one less, its
 * check sum. `state.js` says how it is spelled. Pure: no page, no storage.
 */
export const VERSION = "1"
export const TEXT_LIMITS = { title: 80, madeFor: 60, note: 140 }
export const MOST_EXERCISES = 40
/** Longer links are cut by programs that pass them on; the editor refuses what would make a sheet longer. */
export const LONGEST_HASH = 12000
const NOT_TEXT = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** Words from outside without control signs, on one line, cut to `most` characters. */
export function plain(words, most) {
  const line = String(words).replace(NOT_TEXT, " ").replace(/\s+/g, " ").trim()
  return Array.from(line).slice(0, most).join("").trim()
}

// Programs that pass links on may escape these signs, or not; either spelling is the same link.
export const settled = part => part.replace(/%(21|27|28|29|2A|2E|3A|5F|7E)/gi, decodeURIComponent)

/** Four signs that change when any sign of `body` does (FNV-1a, 32 bits folded to 20). */
export function checkSum(body) {
  let sum = 0x811c9dc5
  for (const sign of settled(body)) sum = Math.imul(sum ^ sign.codePointAt(0), 0x01000193)
  return (((sum >>> 20) ^ sum) & 0xfffff).toString(32).padStart(4, "0")
}

/** The parts of a sheet as its hash, with their check sum. */
export const sealed = parts => {
  const body = parts.join("&")
  return `${body}&z=${checkSum(body)}`
}

const bodyParts = hash => hash.replace(/&z=[^&]*$/, "").split("&")
const isItem = part => part !== "" && part !== VERSION && !/^[a-z]=/.test(part)
const slugOf = part => part.split(/[:~%]/, 1)[0]

/** The slugs on a hash, without reading the rest: enough to count them on any page. */
export const idsOn = hash => hash ? bodyParts(hash).slice(1).filter(isItem).map(slugOf) : []

/** Why a sheet cannot take one more exercise, by the name of what to say, or nothing. */
export function fullFor(hash) {
  if (idsOn(hash).length >= MOST_EXERCISES) return "full"
  return hash.length > LONGEST_HASH - 80 ? "too_long" : ""
}

/** The hash with one more exercise at its own dose. */
export const withExercise = (hash, slug) => sealed([...(hash ? bodyParts(hash) : [VERSION]), slug])

/** The hash without an exercise. */
export const withoutExercise = (hash, slug) =>
  sealed(bodyParts(hash).filter((part, index) => index === 0 || !isItem(part) || slugOf(part) !== slug))
