// Damages hashes of random sheets and checks what the reader would get. Called with { root, count, seed }.
async ({ root, count, seed }) => {
  const { decodeSheet, encodeSheet, emptySheet, newItem, within } = await import(`${root}assets/sheet/state.js`)
  const { plain, TEXT_LIMITS } = await import(`${root}assets/sheet/hash.js`)
  const { loadCatalogue } = await import(`${root}assets/page/catalogue.js`)
  const catalogue = await loadCatalogue()
  const exercises = [...catalogue.exercises.values()]
  let state = seed
  const random = () => { // mulberry32
    state = state + 0x6d2b79f5 | 0
    let t = Math.imul(state ^ state >>> 15, 1 | state)
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t
    return ((t ^ t >>> 14) >>> 0) / 4294967296
  }
  const below = most => Math.floor(random() * most)
  const one = list => list[below(list.length)]
  const HOSTILE = ["<img src=x onerror=alert(1)>", "__proto__", "constructor:1.1.1.1", "javascript:alert(1)", "%", "%ff", "%00", "%F0%9F",
    "&&&&", "~~", ":::", "t=", "o=large.large.9-weeks", "z=aaaa", "\u202e", "\ud800", "\u0000", "1e3", "-1", "999999999999999999999.1.1.1",
    "p=__proto__", "cat-cow:1.1.1.1", "f=<b>x</b>", "../../", "#", "#1&", "&z=", "%26z%3D", "&amp;", "🧘", "a".repeat(300)]
  const WORDS = ["", "Morning", "Für Oma <3", "a & b = c ~ d", "100 % slow. (gently!)", "漢字 + émoji 🧘‍♀️", "'\"`<script>", "x".repeat(200)]
  const sheetOf = () => {
    const sheet = { ...emptySheet(), title: plain(one(WORDS), TEXT_LIMITS.title), phase: one(["", ...catalogue.phases.keys()]) }
    sheet.madeFor = plain(one(WORDS), TEXT_LIMITS.madeFor)
    sheet.nameInLink = sheet.madeFor !== "" && random() < 0.3
    if (!sheet.nameInLink) sheet.madeFor = ""
    Object.assign(sheet.options, { large: random() < 0.3, paper: one(["", "a4", "letter"]), weeks: 1 + below(8), "low-ink": random() < 0.3, goal: random() < 0.3, pain: random() < 0.3, plan: random() < 0.3, place: one(["", "uk", "north-america"]) })
    sheet.items = Array.from({ length: below(10) }, () => {
      const exercise = one(exercises)
      const item = newItem(exercise, sheet.phase)
      for (const [name, [least, most]] of Object.entries(catalogue.limits)) if (random() < 0.5) item[name] = least + below(most - least + 1)
      if (exercise.sides !== "together") item.side = one(["both", "left", "right"])
      return { ...item, per: one(["day", "week"]), note: plain(one(WORDS), TEXT_LIMITS.note) }
    })
    return sheet
  }
  const put = (text, words, gone = 0) => { const at = below(text.length + 1); return text.slice(0, at) + words + text.slice(at + gone) }
  const DAMAGES = [
    text => text.slice(0, below(text.length + 1)),
    text => text.slice(below(text.length + 1)),
    text => put(text, "", 1 + below(8)),
    text => put(text, String.fromCharCode(32 + below(95)), 1),
    text => put(text, String.fromCharCode(below(65536))),
    text => put(text, one(HOSTILE)),
    text => put(text, one(HOSTILE), below(20)),
    text => text.split("&").sort(() => random() - 0.5).join("&"),
    text => text.toUpperCase(),
    text => text + text,
    text => text.replace(/\d/g, () => String(below(10))),
    text => text.replaceAll("&", one(["&amp;", "%26", ";", "\n"])),
    text => Array.from({ length: below(200) }, () => String.fromCharCode(below(256))).join(""),
    text => `${below(20)}${text.slice(1)}`,
  ]
  const wrong = []
  const fail = (why, hash) => { if (wrong.length < 10) wrong.push(`${why}: ${JSON.stringify(hash).slice(0, 300)}`) }
  const sound = sheet => {
    const { title, madeFor, items, options, phase } = sheet
    if (title !== plain(title, TEXT_LIMITS.title) || madeFor !== plain(madeFor, TEXT_LIMITS.madeFor)) return "words"
    if (phase && !catalogue.phases.has(phase)) return "phase"
    if (!["", "a4", "letter"].includes(options.paper) || !within(options.weeks, [1, 8]) || !/^[a-z0-9-]{0,40}$/.test(options.place) || Object.keys(options).length !== 10) return "options"
    if (items.length > 40) return "length"
    for (const item of items) {
      const exercise = catalogue.exercises.get(item.id)
      if (!exercise || Object.keys(item).length !== 8) return "item"
      for (const [name, range] of Object.entries(catalogue.limits)) if (!within(item[name], range)) return name
      if (item.note !== plain(item.note, TEXT_LIMITS.note)) return "note"
      if (!["both", "left", "right"].includes(item.side) || (exercise.sides === "together" && item.side !== "both")) return "side"
    }
    return null
  }
  let silent = 0, said = 0, same = 0, longest = 0
  for (let turn = 0; turn < count; turn += 1) {
    const sheet = sheetOf()
    const whole = encodeSheet(sheet)
    longest = Math.max(longest, whole.length)
    const back = decodeSheet(`#${whole}`, catalogue)
    if (back.troubles.length || JSON.stringify(back.sheet) !== JSON.stringify(sheet)) fail("round trip", whole)
    let hash = whole
    for (let times = 1 + below(3); times > 0; times -= 1) hash = one(DAMAGES)(hash)
    let found
    try {
      found = decodeSheet(hash, catalogue)
      const unsound = sound(found.sheet)
      if (unsound) fail(`unsound ${unsound}`, hash)
      if (!found.troubles.every(each => typeof each === "string" && each.length < 400)) fail("trouble", hash)
      const again = decodeSheet(encodeSheet(found.sheet), catalogue)
      if (again.troubles.length || JSON.stringify(again.sheet) !== JSON.stringify(found.sheet)) fail("second trip", hash)
    } catch (error) {
      fail(`threw ${error}`, hash)
      continue
    }
    const unchanged = JSON.stringify(found.sheet) === JSON.stringify(sheet)
    if (found.troubles.length) said += 1
    else if (unchanged || hash === "") same += 1
    else { silent += 1; if (!/^#?$/.test(hash)) wrong.length < 10 && fail("changed without a word", hash) }
  }
  if ({}.polluted !== undefined || Object.keys(Object.prototype).length) fail("prototype", "")
  return { wrong, silent, said, same, longest }
}
