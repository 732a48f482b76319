/**
 * A sheet as the address spells it, for links that must open in five years:
 *
 *   #1&t=Morning&p=first-days&o=letter.large&cat-cow:3.6.1.2&open-book:5.8.1.3wl~Slowly&z=k3x9
 *
 * 1 is the version. `t` title, `p` phase, `o` options, `f` the name it is made for (only when the reader asks).
 * Every other part is an exercise: slug, then hold.repetitions.sets.times (w: per week; l or r: one side only),
 * then ~note. Numbers left out are the exercise's own. `z`, always last, is a check sum over all before it.
 * Slugs never get another meaning: one that goes or is renamed leaves a tombstone. Pure: no page, no storage.
 */
import { fill } from "../page/phrases.js"
import { checkSum, LONGEST_HASH, MOST_EXERCISES, plain, sealed, settled, TEXT_LIMITS, VERSION } from "./hash.js"
import { readOptions, spellOptions, usualOptions } from "./option-words.js"

const LONGEST_OWN = 200000
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const DOSE = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})\.(\d{1,5})(w?)([lr]?)$/
const SIDES = { l: "left", r: "right" }

/** A sheet with nothing on it. */
export const emptySheet = () =>
  ({ title: "", madeFor: "", nameInLink: false, phase: "", options: usualOptions(), items: [] })

// Signs that mail and chat programs drop at the end of a link or turn into something else are escaped too.
const escapeWords = words =>
  encodeURIComponent(words).replace(/[!'()*~._]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, "+")

function unescapeWords(words) {
  const spaced = words.replace(/\+/g, " ")
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced.replace(/(%[0-9a-f]{2})+/gi, unescapeRun).replace(/%/g, "")
  }
}

function unescapeRun(run) {
  try {
    return decodeURIComponent(run)
  } catch {
    return ""
  }
}

function spellItem(item) {
  const numbers = [item.hold, item.repetitions, item.sets, item.times].join(".")
  const week = item.per === "week" ? "w" : ""
  const side = item.side === "both" ? "" : item.side[0]
  const note = item.note ? `~${escapeWords(item.note)}` : ""
  return `${item.id}:${numbers}${week}${side}${note}`
}

/** The hash of a sheet, without "#". The name it is made for stays out unless the reader ticked it. */
export function encodeSheet(sheet) {
  const parts = [VERSION]
  const options = spellOptions(sheet.options)
  if (sheet.title) parts.push(`t=${escapeWords(sheet.title)}`)
  if (sheet.phase) parts.push(`p=${sheet.phase}`)
  if (options) parts.push(`o=${options}`)
  if (sheet.nameInLink && sheet.madeFor) parts.push(`f=${escapeWords(sheet.madeFor)}`)
  return sealed([...parts, ...sheet.items.map(spellItem)])
}

/** An exercise with its own dose, or with its smaller one where the injury is fresh. */
export function newItem(exercise, fresh = false) {
  const dose = fresh && exercise.first_days || exercise.dose
  const { hold, repetitions, sets, times } = dose
  return { id: exercise.id, hold, repetitions, sets, times, per: dose.per ?? "day", side: "both", note: "" }
}

/** The sheet behind a hash and, in plain sentences of `words`, what could not be kept. Never throws. The device's own may be longer. */
export function decodeSheet(hash, catalogue, { own = false, words = catalogue.words.links } = {}) {
  const longest = own ? LONGEST_OWN : LONGEST_HASH
  const { sheet, troubles } = readSheet(String(hash).slice(0, longest + 1), { sheet: emptySheet(), troubles: [], catalogue, words })
  return { sheet, troubles: [...new Set(troubles)] }
}

function readSheet(hash, reading) {
  const raw = unwrapped(String(hash))
  if (!raw) return reading
  const version = raw.split("&", 1)[0]
  if (version !== VERSION) {
    reading.troubles.push(/^\d+$/.test(version) ? reading.words.newer : reading.words.no_sheet)
    return reading
  }
  for (const part of parted(raw, reading).slice(1)) readPart(part, reading)
  return reading
}

// Some mail programs escape the whole hash; a hash without any "&" of its own is unescaped once.
function unwrapped(hash) {
  const bare = hash.replace(/^#/, "").replace(/&amp;/g, "&")
  return !bare.includes("&") && /%26/i.test(bare) ? bare.replace(/(%[0-9a-f]{2})+/gi, unescapeRun) : bare
}

function parted(raw, reading) {
  const end = raw.lastIndexOf("&z=")
  const body = end < 0 ? raw : raw.slice(0, end)
  // What stands behind the four signs of the check sum is another's: a full stop, or a tracker's word.
  if (end < 0 || raw.slice(end + 3, end + 7) !== checkSum(body))
    reading.troubles.push(reading.words.cut)
  return body.split("&")
}

function readPart(part, reading) {
  const field = /^([a-z])=(.*)$/s.exec(part)
  if (field) readField(field[1], field[2], reading)
  else if (part) readItem(part, reading)
}

function readField(key, value, { sheet, troubles, catalogue, words }) {
  if (key === "t") sheet.title = plain(unescapeWords(value), TEXT_LIMITS.title)
  else if (key === "f") {
    sheet.madeFor = plain(unescapeWords(value), TEXT_LIMITS.madeFor)
    sheet.nameInLink = sheet.madeFor !== ""
  } else if (key === "o") {
    sheet.options = readOptions(value, word => troubles.push(fill(words.option, { word: plain(word, 30) })))
  } else if (key === "p" && catalogue.phases.has(value)) sheet.phase = value
  else troubles.push(fill(words.part, { sign: plain(key, 1) }))
}

function readItem(part, reading) {
  const [, head, note] = /^(.*?)(?:(?:~|%7E)(.*))?$/is.exec(part)
  const [, slug, numbers] = /^([^:]*)(?::(.*))?$/s.exec(settled(head))
  const exercise = exerciseNamed(slug, reading)
  if (!exercise) return
  if (reading.sheet.items.length >= MOST_EXERCISES) {
    reading.troubles.push(fill(reading.words.too_many, { most: MOST_EXERCISES, name: exercise.name }))
    return
  }
  const item = newItem(exercise, reading.sheet.phase === reading.catalogue.fresh)
  item.note = plain(unescapeWords(note ?? ""), TEXT_LIMITS.note)
  if (numbers !== undefined) readDose(numbers, item, exercise, reading)
  reading.sheet.items.push(item)
}

function exerciseNamed(slug, { troubles, catalogue, words }) {
  if (!SLUG.test(slug) || slug.length > 60) {
    troubles.push(fill(words.no_exercise, { words: plain(unescapeWords(slug), 40) }))
    return null
  }
  const found = catalogue.exercises.get(slug)
  if (found) return found
  const { now, grave } = successor(slug, catalogue)
  if (now) troubles.push(fill(words.renamed, { old: slug, name: now.name }))
  else if (grave) troubles.push(fill(words.removed, { old: slug, reason: grave.reason }))
  else troubles.push(fill(words.unknown, { words: slug }))
  return now
}

// Renamed twice is possible; the count ends a ring of tombstones.
function successor(slug, { exercises, tombstones }) {
  let grave = tombstones.get(slug)
  for (let step = 0; step < 9 && grave?.now; step += 1) {
    const now = exercises.get(grave.now)
    if (now) return { now, grave }
    grave = tombstones.get(grave.now)
  }
  return { now: null, grave }
}

function readDose(numbers, item, exercise, { troubles, catalogue, words }) {
  const found = DOSE.exec(numbers)
  if (!found) {
    troubles.push(fill(words.numbers_unread, { name: exercise.name }))
    return
  }
  const names = ["hold", "repetitions", "sets", "times"]
  const given = names.map((name, index) => [name, Number(found[index + 1])])
  const outside = given.some(([name, value]) => !within(value, catalogue.limits[name]))
  if (outside) troubles.push(fill(words.number_outside, { name: exercise.name }))
  else Object.assign(item, Object.fromEntries(given), { per: found[5] ? "week" : "day" })
  if (found[6] && exercise.sides !== "together") item.side = SIDES[found[6]]
}

/** Whether a whole number lies within [least, most]. */
export const within = (value, [least, most]) => Number.isInteger(value) && value >= least && value <= most
