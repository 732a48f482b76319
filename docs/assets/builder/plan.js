/** "After I …, I will …": the plan on the sheet and on this device, and a reminder for the reader's own calendar. */
import { element } from "../page/element.js"
import { PLAN_LIMITS, readPlan, REFUSED, writePlan } from "../sheet/store.js"
import { act, field } from "./forms.js"
import { minutes } from "./words.js"

const DAY = 24 * 60 * 60 * 1000

/** The two halves of the plan, a time, and the file for a calendar. */
export function planFields(builder) {
  const plan = readPlan()
  const keep = values => {
    const kept = writePlan({ ...readPlan(), ...values })
    builder.show({ rebuild: false })
    builder.say(kept ? "" : REFUSED)
  }
  const at = element("input", { type: "time", value: plan.time, on: { change: event => keep({ time: event.target.value || "08:00" }) } })
  return element("details", { class: "builder-plan", open: Boolean(plan.after) },
    element("summary", {}, "Plan it and be reminded"),
    element("div", { class: "builder-details" },
      field("After I …", plan.after, PLAN_LIMITS.after, after => keep({ after })),
      field("I will …", plan.will, PLAN_LIMITS.will, will => keep({ will })),
      element("label", { class: "builder-field" }, element("span", {}, "Time of the reminder"), at),
      act("Save a reminder for my calendar", () => hand(builder))),
    element("p", {}, "A plan tied to something you do each day is easier to keep. It stays on this device and on its sheets. " +
      "Open the saved file with your calendar."))
}

/** Hands the reader a calendar file; it is made here, and nothing is sent. */
async function hand(builder) {
  const { calendar } = await builder.fetched(import("./calendar.js")) ?? {}
  if (!calendar) return
  const { sheet, catalogue } = builder
  const { after, will, time } = readPlan()
  const text = calendar({
    id: `${crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`}@${location.hostname}`,
    words: sheet.title || "My exercises", link: builder.link, time,
    about: after || will ? `After I ${after}, I will ${will || "do my exercises"}.` : "Do the exercises on my sheet.",
    start: new Date(Date.now() + DAY), days: sheet.options.weeks * 7, minutes: minutes(sheet, catalogue),
  })
  const file = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }))
  const link = element("a", { href: file, download: "my-exercises.ics" })
  link.click()
  setTimeout(() => URL.revokeObjectURL(file), 1000)
  builder.say(`Saved for ${sheet.options.weeks} weeks from tomorrow. Open the file with your calendar.`)
}
