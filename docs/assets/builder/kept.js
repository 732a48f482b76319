/** What the builder alone keeps on the device: who makes the sheets, and the reader's plan. */
import { root } from "../page/catalogue.js"
import { keep as write, kept as read } from "../page/device.js"
import { plain } from "../sheet/hash.js"

const CLINIC = `${root.pathname}clinic`
export const CLINIC_LIMITS = { name: 60, phone: 30 }
/** Signs of a logo's text. */
export const LARGEST_LOGO = 400_000
const LOGO = /^data:image\/png;base64,[A-Za-z0-9+/=]+$/
const PLAN = `${root.pathname}plan`
export const PLAN_LIMITS = { after: 60, will: 60 }

/** What is kept under a key, if it has fields; whatever else a device may hold there has none. */
function fieldsOf(key) {
  const found = read(key, {})
  return found && typeof found === "object" ? found : {}
}

/** Who makes sheets on this device: { name, phone, logo }, each a text or nothing; printed, never in a link. */
export function readClinic() {
  const { name = "", phone = "", logo = "" } = fieldsOf(CLINIC)
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
  const { after = "", will = "", time = "" } = fieldsOf(PLAN)
  return {
    after: plain(after, PLAN_LIMITS.after),
    will: plain(will, PLAN_LIMITS.will),
    time: /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : "08:00",
  }
}

/** Keeps the plan; false when the device refuses. */
export const writePlan = plan => write(PLAN, plan)
