/**
 * A plan as a calendar file (RFC 5545): lines end with CR LF, none is longer than 75 bytes, and words are escaped.
 * Times are the reader's own, wherever they are: no time zone is named. Pure: no page, no network.
 */
const LONGEST_LINE = 75
const MINUTES_PER_DAY = 24 * 60

const escaped = words => words.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r\n|\r|\n/g, "\\n")

/** One line cut into lines of at most 75 bytes; those after the first begin with a space. */
export function folded(line) {
  const encoder = new TextEncoder()
  const lines = [""]
  let room = LONGEST_LINE
  for (const sign of line) {
    const bytes = encoder.encode(sign).length
    if (bytes > room) {
      lines.push(" ")
      room = LONGEST_LINE - 1
    }
    lines[lines.length - 1] += sign
    room -= bytes
  }
  return lines.join("\r\n")
}

const digits = (number, count = 2) => String(number).padStart(count, "0")
const stamp = date => `${date.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`

/** A moment as the reader's clock shows it, such as 20261129T073000. */
const local = (day, minutes) =>
  `${digits(day.getFullYear(), 4)}${digits(day.getMonth() + 1)}${digits(day.getDate())}T${digits(Math.floor(minutes / 60))}${digits(minutes % 60)}00`

/**
 * The text of a calendar file: one entry a day from `start` at `time` ("07:30"), `days` times, `minutes` long.
 * `id` makes its UID; `now` is when it was made.
 */
export function calendar({ id, words, about, link, start, time, days, minutes }, now = new Date()) {
  const [hour, minute] = time.split(":").map(Number)
  const begin = hour * 60 + minute
  const end = Math.min(begin + Math.max(minutes, 1), MINUTES_PER_DAY - 1)
  return [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Exercise sheets//Plan//EN", "CALSCALE:GREGORIAN", "BEGIN:VEVENT",
    `UID:${id}`, `DTSTAMP:${stamp(now)}`, `DTSTART:${local(start, begin)}`, `DTEND:${local(start, end)}`,
    `RRULE:FREQ=DAILY;COUNT=${days}`, `SUMMARY:${escaped(words)}`, `DESCRIPTION:${escaped(about)}`, `URL:${link}`,
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(words)}`, "TRIGGER:PT0M", "END:VALARM",
    "END:VEVENT", "END:VCALENDAR", "",
  ].map(folded).join("\r\n")
}
