/** A reminder of the plan for the reader's own calendar. */
import { handOver } from "../page/hand-over.js"
import { fill, forNumber } from "../page/phrases.js"
import { said } from "../page/words.js"
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
    words: sheet.title || catalogue.words.own_title, link: builder.link, time,
    about: after || will ? fill(said.builder.calendar_plan, { after, will: will || said.builder.calendar_usual }) : said.builder.calendar_no_plan,
    start: new Date(Date.now() + DAY), days: sheet.options.weeks * 7, minutes: minutes(sheet, catalogue),
  })
  handOver("my-exercises.ics", "text/calendar;charset=utf-8", text)
  builder.say(forNumber(said.builder.calendar_saved, sheet.options.weeks, said.builder))
}
