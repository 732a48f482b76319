/** What a reader keeps on the device: the sheet in the making, the saved ones, and both as a file. */
import { root } from "../page/catalogue.js"
import { keep as write, kept as read } from "../page/device.js"
import { decodeSheet, encodeSheet, idsOn, plain, TEXT_LIMITS, withExercise, withoutExercise } from "./state.js"

const FORMAT = "exercise sheets"
const FILE_VERSION = 1
const LARGEST_FILE = 1_000_000
const MOST_SHEETS = 200
// Several handbooks may live on one host, each below its own path.
const DRAFT = `${root.pathname}sheet`
const SAVED = `${root.pathname}sheets`
const emptyDraft = () => ({ hash: "", madeFor: "", cautions: [] })

/** The sheet in the making: its hash, the name it is made for, the cautions ticked. Only this device sees the last two. */
export function readDraft() {
  const found = read(DRAFT, emptyDraft())
  if (typeof found !== "object" || typeof found.hash !== "string") return emptyDraft()
  const cautions = Array.isArray(found.cautions) ? found.cautions.filter(id => typeof id === "string") : []
  return { hash: found.hash, madeFor: plain(found.madeFor ?? "", TEXT_LIMITS.madeFor), cautions }
}

/** Keeps the sheet in the making and tells the page's counters. */
export function writeDraft(draft) {
  const kept = write(DRAFT, draft)
  document.dispatchEvent(new CustomEvent("sheet-changed"))
  return kept
}

/** The slugs on the sheet in the making. */
export const draftIds = () => idsOn(readDraft().hash)

/** Adds or takes away an exercise without opening the sheet; returns whether it is on it now. */
export function toggleOnDraft(id) {
  const draft = readDraft()
  const on = idsOn(draft.hash).includes(id)
  writeDraft({ ...draft, hash: on ? withoutExercise(draft.hash, id) : withExercise(draft.hash, id) })
  return !on
}

/** The saved sheets, newest first. */
export const readSaved = () => {
  const found = read(SAVED, [])
  return Array.isArray(found) ? found.filter(each => typeof each?.hash === "string") : []
}

/** Saves one more sheet at the head of the list; one that is there already moves up. */
export const save = (hash, madeFor) =>
  write(SAVED, [{ hash, madeFor, saved: today() }, ...readSaved().filter(each => each.hash !== hash)].slice(0, MOST_SHEETS))

/** Takes one saved sheet off the list. */
export const forget = hash => write(SAVED, readSaved().filter(each => each.hash !== hash))

const today = () => new Date().toISOString().slice(0, 10)

/** The text of a file with all saved sheets; the names they are made for stay on the device. */
export function exported() {
  const sheets = readSaved().map(({ hash, saved }) => ({ saved, hash }))
  return `${JSON.stringify({ format: FORMAT, version: FILE_VERSION, sheets }, null, 1)}\n`
}

/** The sheets in such a file, checked one by one, and what is wrong with it in plain sentences. */
export function imported(text, catalogue) {
  const { sheets, troubles } = parsed(text)
  const good = []
  sheets.forEach((each, index) => {
    const { sheet, troubles: found } = decodeSheet(typeof each?.hash === "string" ? each.hash : "?", catalogue)
    troubles.push(...found.map(trouble => `Sheet ${index + 1}: ${trouble}`))
    if (sheet.items.length) good.push({ hash: encodeSheet(sheet), saved: dateOf(each), madeFor: sheet.madeFor })
  })
  return { sheets: good, troubles }
}

function parsed(text) {
  const nothing = trouble => ({ sheets: [], troubles: [trouble] })
  if (text.length > LARGEST_FILE) return nothing("This file is too large to be a list of sheets.")
  let found
  try {
    found = JSON.parse(text)
  } catch {
    return nothing("This file could not be read. It may be damaged, or not a list of sheets.")
  }
  if (found?.format !== FORMAT || !Array.isArray(found.sheets)) return nothing("This file is not a list of sheets.")
  if (found.version !== FILE_VERSION) return nothing("This file was made by another version of this page.")
  return { sheets: found.sheets.slice(0, MOST_SHEETS), troubles: [] }
}

const dateOf = each => /^\d{4}-\d{2}-\d{2}$/.test(each?.saved) ? each.saved : today()

/** Adds imported sheets to the saved ones; false when the device refuses. */
export function addImported(sheets) {
  const hashes = new Set(sheets.map(each => each.hash))
  return write(SAVED, [...sheets, ...readSaved().filter(each => !hashes.has(each.hash))].slice(0, MOST_SHEETS))
}
