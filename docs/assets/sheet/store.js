/** What a reader keeps on the device for every page: the sheet in the making, and where they are. */
import { root } from "../page/catalogue.js"
import { keep as write, kept as read } from "../page/device.js"
import { fill } from "../page/phrases.js"
import { said } from "../page/words.js"
import { fullFor, idsOn, MOST_EXERCISES, plain, TEXT_LIMITS, withExercise, withoutExercise } from "./hash.js"

// Several handbooks may live on one host, each below its own path.
const DRAFT = `${root.pathname}sheet`
const PLACE = `${root.pathname}place`
/** What to say when the device refuses. */
export const REFUSED = said.site?.refused
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

/** The place whose emergency number this device's sheets show, or "". */
export const readPlace = () => {
  const found = read(PLACE, "")
  return typeof found === "string" && /^[a-z0-9-]{1,40}$/.test(found) ? found : ""
}

/** Keeps the place; "" means all places. */
export const writePlace = place => write(PLACE, place)

/** The slugs on the sheet in the making. */
export const draftIds = () => idsOn(readDraft().hash)

/** Why one more exercise does not fit on the sheet of a hash, in words, or nothing. */
export function whyFull(hash) {
  const why = fullFor(hash)
  return why && fill(said.site[why], { most: MOST_EXERCISES })
}

/** Adds or takes away an exercise without opening the sheet; returns why that could not be, or nothing. */
export function toggleOnDraft(id) {
  const draft = readDraft()
  const on = idsOn(draft.hash).includes(id)
  const full = on ? "" : whyFull(draft.hash)
  if (full) return full
  return writeDraft({ ...draft, hash: on ? withoutExercise(draft.hash, id) : withExercise(draft.hash, id) }) ? "" : REFUSED
}
