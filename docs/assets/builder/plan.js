/** "After I …, I will …": the plan on the sheet and on this device, and a reminder for the reader's own calendar. */
import { labelled } from "../page/controls.js"
import { element } from "../page/element.js"
import { said } from "../page/words.js"
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
    element("summary", {}, said.builder.plan),
    element("div", { class: "builder-details" },
      field(said.builder.plan_after, plan.after, PLAN_LIMITS.after, after => keep({ after })),
      field(said.builder.plan_will, plan.will, PLAN_LIMITS.will, will => keep({ will })),
      labelled(said.builder.plan_time, at, FIELD),
      act(said.builder.plan_save, () => remind(builder))),
    element("p", {}, said.builder.plan_why))
}

async function remind(builder) {
  const { saveReminder } = await builder.fetched(import("./reminder.js")) ?? {}
  saveReminder?.(builder)
}
