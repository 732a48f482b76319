/** One month, calm: a mark on each day on which something was done, and nothing about the others. */
import { button, element } from "../page/element.js"

const WEEK = 7
const FIRST_DAY = { US: 7, CA: 7, JP: 7, IL: 7, BR: 7, MX: 7 }

/** The reader's language; a system that has none set gives "C", which is no language to a calendar. */
function readers() {
  try {
    return Intl.getCanonicalLocales(navigator.language)[0] ?? "en"
  } catch {
    return "en"
  }
}

/** The page's language, as it is written where the reader is if that is known: no page mixes two. */
function locale() {
  const [own, page] = [readers(), document.documentElement.lang || "en"]
  return own.split("-")[0] === page.split("-")[0] ? own : page
}

/** 1 (Monday) to 7 (Sunday): the day on which a week begins where the reader is. */
function weekBegins() {
  const info = new Intl.Locale(readers())
  return (info.getWeekInfo?.() ?? info.weekInfo)?.firstDay ?? FIRST_DAY[info.maximize().region] ?? 1
}

const words = (date, shape) => new Intl.DateTimeFormat(locale(), { ...shape, timeZone: "UTC" }).format(date)

/** The table of a month; `month` is such as 2026-11, `choose` gets a day such as 2026-11-28. */
export function monthTable(month, days, chosen, choose) {
  const first = new Date(`${month}-01T00:00Z`)
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const blank = (first.getUTCDay() - weekBegins() + 2 * WEEK) % WEEK
  const cells = [...Array(blank).fill(null), ...Array.from({ length }, (_, day) => day + 1)]
  const rows = Array.from({ length: Math.ceil(cells.length / WEEK) }, (_, row) => cells.slice(row * WEEK, (row + 1) * WEEK))
  const cell = day => {
    if (!day) return element("td", {})
    const date = `${month}-${String(day).padStart(2, "0")}`
    const done = days.filter(each => each.day === date)
    return element("td", {}, done.length ? dayButton(date, day, done, chosen, choose) : element("span", {}, day))
  }
  return element("table", { class: "month" },
    element("caption", {}, words(first, { month: "long", year: "numeric" })),
    element("thead", {}, element("tr", {}, weekdays().map(name => element("th", { scope: "col" }, name)))),
    element("tbody", {}, rows.map(row => element("tr", {}, row.map(cell)))))
}

const dayButton = (date, day, done, chosen, choose) => button("", () => choose(date), {
  class: "month-done", "aria-pressed": String(date === chosen),
  "aria-label": `${words(new Date(`${date}T00:00Z`), { day: "numeric", month: "long" })}: ${done.map(each => each.title).join(", ")}`,
}).appendChild(element("span", {}, day)).parentNode

// The first of January 2024 was a Monday.
const weekdays = () => Array.from({ length: WEEK }, (_, index) =>
  words(new Date(Date.UTC(2024, 0, weekBegins() + index)), { weekday: "short" }))

/** The month before or after one, such as 2026-11. */
export function monthsFrom(month, step) {
  const [year, number] = month.split("-").map(Number)
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7)
}

/** A day in words, such as Saturday, 28 November. */
export const dayInWords = day => words(new Date(`${day}T00:00Z`), { weekday: "long", day: "numeric", month: "long" })
