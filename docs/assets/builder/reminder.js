/** A reminder of the plan for the reader's own calendar. */
import { handOver } from "../page/hand-over.js"
import { calendar } from "./calendar.js"
import { readPlan } from "./kept.js"
import { minutes } from "./words.js"

const DAY = 24 * 60 * 60 * 1000

/** Hands the reader a calendar file. */
export function saveReminder(builder) {
  const { sheet, catalogue } = builder
  const { after, will, time } = readPlan()
  const text = calendar({
    id: `${crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`}@${location.hostname}`,
    words: sheet.title || "My exercises", link: builder.link, time,
    about: after || will ? `After I ${after}, I will ${will || "do my exercises"}.` : "Do the exercises on my sheet.",
    start: new Date(Date.now() + DAY), days: sheet.options.weeks * 7, minutes: minutes(sheet, catalogue),
  })
  handOver("my-exercises.ics", "text/calendar;charset=utf-8", text)
  builder.say(`Saved for ${sheet.options.weeks} weeks from tomorrow. Open the file with your calendar.`)
}
