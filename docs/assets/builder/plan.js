/** "After I …, I will …": the plan on the sheet and on this device, and a reminder for the reader's own calendar. */
import { labelled } from "../page/controls.js"
import { element } from "../page/element.js"
import { REFUSED } from "../sheet/store.js"
import { act, FIELD, field } from "./forms.js"
import { PLAN_LIMITS, readPlan, writePlan } from "./kept.js"

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
      labelled("Time of the reminder", at, FIELD),
      act("Save a reminder for my calendar", () => remind(builder))),
    element("p", {}, "A plan tied to something you do each day is easier to keep. It stays on this device and on its sheets. " +
      "Open the saved file with your calendar."))
}

async function remind(builder) {
  const { saveReminder } = await builder.fetched(import("./reminder.js")) ?? {}
  saveReminder?.(builder)
}
