/** All saved sheets as one file, and back. */
import { fill, forNumber } from "../page/phrases.js"
import { said } from "../page/words.js"
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
  const words = catalogue.words.links
  const { sheets, troubles } = parsed(text, words)
  const of = { ...words, newer: words.file_newer, no_sheet: words.file_no_sheet, cut: words.file_cut }
  const good = []
  sheets.forEach((each, index) => {
    const { sheet, troubles: found } = decodeSheet(typeof each?.hash === "string" ? each.hash : "?", catalogue, { own: true, words: of })
    troubles.push(...found.map(trouble => fill(words.file_sheet, { n: index + 1, trouble })))
    if (!sheet.items.length && !found.length) troubles.push(fill(words.file_empty, { n: index + 1 }))
    if (sheet.items.length) good.push({ hash: encodeSheet(sheet), saved: dateOf(each), madeFor: sheet.madeFor })
  })
  return { sheets: good, troubles }
}

function parsed(text, words) {
  const nothing = trouble => ({ sheets: [], troubles: [trouble] })
  if (text.length > LARGEST_FILE) return nothing(words.file_too_large)
  let found
  try {
    found = JSON.parse(text)
  } catch {
    return nothing(words.file_damaged)
  }
  if (found?.format !== FORMAT || !Array.isArray(found.sheets)) return nothing(words.file_no_list)
  if (found.version !== FILE_VERSION) return nothing(words.file_other_version)
  if (found.sheets.length > MOST_SHEETS) return nothing(fill(words.file_too_many, { most: MOST_SHEETS }))
  return { sheets: found.sheets, troubles: [] }
}

const dateOf = each => /^\d{4}-\d{2}-\d{2}$/.test(each?.saved) ? each.saved : today()

/** Adds imported sheets to the saved ones, which stay as they are, names and all; why it could not, or nothing. */
export function addImported(sheets) {
  const own = readSaved()
  const there = each => own.some(mine => same(mine, each) || (!each.madeFor && mine.hash === each.hash))
  const all = [...sheets.filter(each => !there(each)), ...own]
  if (all.length > MOST_SHEETS) return forNumber(said.builder.no_room, all.length, said.builder, { most: MOST_SHEETS })
  return keepSaved(all)
}

/** Whether a file is small enough to be a list of sheets; a larger one is not even read. */
export const isSmall = file => file.size <= LARGEST_FILE
