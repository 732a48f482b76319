/** What a reader keeps on the device: the sheet in the making, the clinic's name, the plan. */
import { root } from "../page/catalogue.js"
import { keep as write, kept as read } from "../page/device.js"
import { fullFor, idsOn, plain, TEXT_LIMITS, withExercise, withoutExercise } from "./state.js"

// Several handbooks may live on one host, each below its own path.
const DRAFT = `${root.pathname}sheet`
const PLACE = `${root.pathname}place`
const CLINIC = `${root.pathname}clinic`
export const CLINIC_LIMITS = { name: 60, phone: 30 }
/** Signs of a logo's text. */
export const LARGEST_LOGO = 400_000
const LOGO = /^data:image\/png;base64,[A-Za-z0-9+/=]+$/
const PLAN = `${root.pathname}plan`
export const PLAN_LIMITS = { after: 60, will: 60 }
export const REFUSED = "This device does not let the page keep anything. Copy the link to keep your sheet."
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

/** Who makes sheets on this device: { name, phone, logo }, each a text or nothing; printed, never in a link. */
export function readClinic() {
  const found = read(CLINIC, {})
  const { name = "", phone = "", logo = "" } = found && typeof found === "object" ? found : {}
  return {
    name: plain(name, CLINIC_LIMITS.name),
    phone: plain(phone, CLINIC_LIMITS.phone),
    logo: typeof logo === "string" && logo.length <= LARGEST_LOGO && LOGO.test(logo) ? logo : "",
  }
}

/** Keeps who makes the sheets; false when the device refuses. */
export const writeClinic = clinic => write(CLINIC, clinic)

/** "After I …, I will …" and the time of a reminder: { after, will, time }. */
export function readPlan() {
  const found = read(PLAN, {})
  const { after = "", will = "", time = "" } = found && typeof found === "object" ? found : {}
  return {
    after: plain(after, PLAN_LIMITS.after),
    will: plain(will, PLAN_LIMITS.will),
    time: /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : "08:00",
  }
}

/** Keeps the plan; false when the device refuses. */
export const writePlan = plan => write(PLAN, plan)

/** The slugs on the sheet in the making. */
export const draftIds = () => idsOn(readDraft().hash)

/** Adds or takes away an exercise without opening the sheet; returns why that could not be, or nothing. */
export function toggleOnDraft(id) {
  const draft = readDraft()
  const on = idsOn(draft.hash).includes(id)
  const full = on ? "" : fullFor(draft.hash)
  if (full) return full
  return writeDraft({ ...draft, hash: on ? withoutExercise(draft.hash, id) : withExercise(draft.hash, id) }) ? "" : REFUSED
}
