/** All saved sheets as one file, and back. */
import { keepSaved, MOST_SHEETS, readSaved, same, today } from "./saved.js"
import { decodeSheet, encodeSheet } from "./state.js"

const FORMAT = "exercise sheets"
const FILE_VERSION = 1
const LARGEST_FILE = 1_000_000

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
    const { sheet, troubles: found } = decodeSheet(typeof each?.hash === "string" ? each.hash : "?", catalogue, { own: true })
    troubles.push(...found.map(trouble => `Sheet ${index + 1}: ${trouble.replace(/This (link|address)/, "It")}`))
    if (!sheet.items.length && !found.length) troubles.push(`Sheet ${index + 1}: nothing stands on it.`)
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
  if (found.sheets.length > MOST_SHEETS) return nothing(`This file holds more than ${MOST_SHEETS} sheets.`)
  return { sheets: found.sheets, troubles: [] }
}

const dateOf = each => /^\d{4}-\d{2}-\d{2}$/.test(each?.saved) ? each.saved : today()

/** Adds imported sheets to the saved ones, which stay as they are, names and all; why it could not, or nothing. */
export function addImported(sheets) {
  const own = readSaved()
  const there = each => own.some(mine => same(mine, each) || (!each.madeFor && mine.hash === each.hash))
  const all = [...sheets.filter(each => !there(each)), ...own]
  if (all.length > MOST_SHEETS) return `Nothing was brought in: with your own these would be ${all.length} sheets, and the list holds ${MOST_SHEETS}.`
  return keepSaved(all)
}

/** Whether a file is small enough to be a list of sheets; a larger one is not even read. */
export const isSmall = file => file.size <= LARGEST_FILE
