/**
 * Makes a sheet's pictures as large as one page allows. Words keep their size: only --size (the side of a square with a
 * picture's area) and --columns change. All lengths are millimetres of paper, measured as print would lay it out.
 */
const MM = 96 / 25.4
/** What stands between the margins; a printer's own paper may be the shorter one. */
export const ROOM_MM = { a4: 281, letter: 263, "": 263 }
/** Print rounds letters a little differently from the screen. */
const SLACK_MM = 1
const LEAST_MM = 11
/** Whoever asks for large print needs pictures that are large, too: below this a page more is taken. */
const LEAST_LARGE_MM = 20
const MOST_MM = 62
/** Between two blocks of large print. */
const GAP_MM = 0.5
const NEAR_MM = 0.25
/** Below this side the words of what you should feel make room for the pictures. */
const TIGHT_MM = 17
/** The same for what the pictures come to in the mean, since some have no room to be as large as they may. */
const TIGHT_MEAN_MM = 20
/** Every so many guesses the span is halved: an uneven height must not keep one end where it is. */
const HALVED = 4
/** Room that is worth another look: one row alone may have what all rows together had not. */
const SPARE_MM = 6
const GROWTH = [1.6, 1.35, 1.2, 1.1, 1.05]

const columnsFor = count => count <= 5 ? [1, 2] : [2, 3]

/** Lays out a sheet for a paper ("a4", "letter" or ""); returns its height in mm, head to foot. */
export function fitSheet(sheet, paper) {
  const cards = [...sheet.querySelectorAll(".card:not(.card-none)")]
  return onPaper(sheet, () => {
    release(sheet, cards)
    const room = ROOM_MM[paper] - SLACK_MM
    if (sheet.matches(".sheet-large")) return fitLarge(sheet, cards, room)
    if (sheet.matches(".sheet-no-pictures") || !cards.length) return heightOf(sheet)
    sheet.classList.remove("sheet-tight")
    let best = bestOf(sheet, cards, room)
    if (!best || best.size < TIGHT_MM || best.score < TIGHT_MEAN_MM * MM * cards.length) {
      sheet.classList.add("sheet-tight")
      best = bestOf(sheet, cards, room) ?? best
    }
    if (best && !paper) forTaller(sheet, cards, best)
    if (best) spend(sheet, cards, best, room)
    else release(sheet, cards)
    return heightOf(sheet)
  })
}

/** A printer's own paper may be A4, which is taller than what fits both: layout.css takes these sizes where it is. */
function forTaller(sheet, cards, { columns }) {
  const taller = tried(sheet, cards, ROOM_MM.a4 - SLACK_MM, columns)
  cards.forEach((card, index) => card.style.setProperty("--taller", mm(taller.sizes[index])))
}

/** A length as styles spell it; none takes a card's own away. */
const mm = size => size ? `${size.toFixed(2)}mm` : ""

/** Measures change on the list alone: what they do not touch, such as a thousand boxes to tick, is not styled anew. */
const listOf = sheet => sheet.querySelector(".cards")

function onPaper(sheet, work) {
  sheet.classList.add("as-printed")
  try {
    return work()
  } finally {
    sheet.classList.remove("as-printed")
  }
}

/** The height of a sheet as it is laid out, from its head to its foot, in mm. */
const heightOf = sheet => {
  const foot = sheet.querySelector(".foot")
  return (foot.offsetTop + foot.offsetHeight - sheet.querySelector(".head").offsetTop) / MM
}

function release(sheet, cards) {
  for (const { style } of [listOf(sheet), ...cards]) for (const name of ["--size", "--columns", "--taller"]) style.removeProperty(name)
  notes(sheet, cards.length, Number(getComputedStyle(sheet).getPropertyValue("--columns")))
}

/** The room that is left in the last row is for notes. */
function notes(sheet, count, columns) {
  const none = sheet.querySelector(".card-none")
  if (none) none.hidden = count % columns === 0
}

/** More columns only where pictures are larger for it by a tenth: narrow cards make one of them small. */
function bestOf(sheet, cards, room) {
  const found = columnsFor(cards.length).map(columns => tried(sheet, cards, room, columns)).filter(Boolean)
  return found.reduce((best, each) => !best || each.score > best.score * 1.1 ? each : best, null)
}

/** Large print takes as many pages as it needs with pictures of a least size; then they grow until it would take one more. */
function fitLarge(sheet, cards, room) {
  const pages = size => {
    apply(sheet, cards, { columns: 1, size, sizes: [] })
    return pagesOf(sheet, room)
  }
  let [low, high] = [LEAST_LARGE_MM, MOST_MM]
  const most = pages(low)
  while (high - low > NEAR_MM) {
    const middle = (low + high) / 2
    if (pages(middle) > most) high = middle
    else low = middle
  }
  return pages(low) * room
}

/** How many pages a sheet takes whose cards, rows and foot are never broken. */
function pagesOf(sheet, room) {
  const blocks = [...sheet.querySelectorAll(".head, .not-for, .plan-line, .card:not(.card-none), .ticks tr, .foot")]
  let [pages, used] = [1, 0]
  for (const block of blocks) {
    const high = block.offsetHeight / MM + GAP_MM
    if (used + high > room) [pages, used] = [pages + 1, 0]
    used += high
  }
  return pages
}

/** The largest size whose height fills a room, null where the least is too high. Heights grow about evenly: guesses are near. */
function filling(room, height) {
  let [low, high] = [LEAST_MM, MOST_MM].map(size => ({ size, height: height(size) }))
  if (low.height > room) return null
  if (high.height <= room) return high.size
  for (let guess = 1; high.size - low.size > NEAR_MM; guess++) {
    const span = high.size - low.size, share = guess % HALVED ? (room - low.height) / (high.height - low.height) : 0.5
    const size = Math.min(Math.max(low.size + span * share, low.size + NEAR_MM * 0.9), high.size - NEAR_MM * 0.9)
    const found = { size, height: height(size) }
    if (found.height <= room) low = found
    else high = found
  }
  return low.size
}

function tried(sheet, cards, room, columns) {
  const sizes = []
  const set = size => apply(sheet, cards, { columns, size, sizes: [] })
  const low = filling(room, size => {
    set(size)
    return heightOf(sheet)
  })
  if (low === null) return null
  set(low)
  grow(cards, low, sizes)
  return { columns, size: low, sizes, score: scoreOf(cards) }
}

/** Lets each card's pictures grow into what its row leaves free. */
function grow(cards, size, sizes) {
  const rows = cards.map(card => card.offsetHeight)
  cards.forEach((card, index) => { sizes[index] = size })
  for (const factor of GROWTH) {
    cards.forEach((card, index) => card.style.setProperty("--size", mm(sizes[index] * factor)))
    const held = cards.map((card, index) => card.offsetHeight <= rows[index])
    // A row is as high as its highest card: those that made it higher are told by their own contents.
    const own = cards.map((card, index) => contents(card) <= rows[index])
    cards.forEach((card, index) => {
      if (held[index] || own[index]) sizes[index] = Math.min(MOST_MM, sizes[index] * factor)
      card.style.setProperty("--size", mm(sizes[index]))
    })
  }
}

/** Lays a sheet out, and lets one card after the other grow into room that is left on the page. */
function spend(sheet, cards, best, room) {
  const { sizes } = best, height = () => {
    apply(sheet, cards, best)
    return heightOf(sheet)
  }
  let left = room - height()
  for (const factor of GROWTH) sizes.forEach((own, index) => {
    if (left < SPARE_MM) return
    sizes[index] = Math.min(MOST_MM, own * factor)
    const now = room - height()
    if (now < 0) sizes[index] = own
    else left = now
  })
  height()
}

const contents = card => {
  const last = Math.max(...[...card.children].map(each => each.offsetTop + each.offsetHeight))
  return last + parseFloat(getComputedStyle(card).paddingBottom) + 1
}

// The square root of an area counts a picture's side: one large picture does not make up for many small ones.
const scoreOf = cards => cards.reduce((sum, card) => {
  const place = card.querySelector(".place")
  return sum + (place ? Math.sqrt(place.offsetWidth * place.offsetHeight) : 0)
}, 0)

function apply(sheet, cards, { columns, size, sizes }) {
  const { style } = listOf(sheet)
  style.setProperty("--columns", columns)
  style.setProperty("--size", mm(size))
  cards.forEach((card, index) => card.style.setProperty("--size", mm(sizes[index])))
  notes(sheet, cards.length, columns)
}
