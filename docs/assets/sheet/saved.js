/** The sheets that a reader saved on the device. */
import { root } from "../page/catalogue.js"
import { keep as write, kept as read } from "../page/device.js"
import { fill } from "../page/phrases.js"
import { said } from "../page/words.js"
import { REFUSED } from "./store.js"

export const MOST_SHEETS = 200
const SAVED = `${root.pathname}sheets`

/** The saved sheets, newest first. */
export const readSaved = () => {
  const found = read(SAVED, [])
  return Array.isArray(found) ? found.filter(each => typeof each?.hash === "string") : []
}

/** Whether two are one sheet; the same exercises for two people are two. */
export const same = (one, other) => one.hash === other.hash && (one.madeFor ?? "") === (other.madeFor ?? "")

/** Saves one more sheet at the head of the list; one that is there already moves up. Why it could not, or nothing. */
export function save(hash, madeFor = "") {
  const made = { hash, madeFor, saved: today() }
  const others = readSaved().filter(each => !same(each, made))
  if (others.length >= MOST_SHEETS) return fill(said.builder.list_full, { most: MOST_SHEETS })
  return keepSaved([made, ...others])
}

/** Keeps a whole list; why that could not be, or nothing. */
export const keepSaved = all => write(SAVED, all) ? "" : REFUSED

/** Takes one saved sheet off the list. */
export const forget = gone => keepSaved(readSaved().filter(each => !same(each, gone)))

/** The day, for the list. */
export const today = () => new Date().toISOString().slice(0, 10)
