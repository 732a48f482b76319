/**
 * QR codes of links (ISO/IEC 18004: byte mode, error correction L, versions 1 to 20), checked in the tests against
 * the encoder that makes the ready-made sheets' codes. Longer links get none: printed small they could not be read.
 */
const SVG = "http://www.w3.org/2000/svg"
const QUIET = 4
// Tables 7 and 9 of the standard, level L, versions 1 to 20: words of data, check words per block, and blocks.
const DATA_WORDS = [19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 324, 370, 428, 461, 523, 589, 647, 721, 795, 861]
const CHECK_WORDS = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28]
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8]
const LEVEL_L = 1
const FORMAT_POLYNOMIAL = 0x537
const FORMAT_MASK = 0x5412
const VERSION_POLYNOMIAL = 0x1f25
const FIELD_POLYNOMIAL = 0x11d
const PADS = [0xec, 0x11]
const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  x => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => (x * y) % 2 + (x * y) % 3,
  (x, y) => ((x * y) % 2 + (x * y) % 3) % 2,
  (x, y) => ((x + y) % 2 + (x * y) % 3) % 2,
]

const sideOf = version => 17 + 4 * version

/** Centres of the alignment patterns along one side (Annex E). */
function centres(version) {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  const last = sideOf(version) - 7
  return [6, ...Array.from({ length: count - 1 }, (_, index) => last - (count - 2 - index) * step)]
}

const dataWords = version => DATA_WORDS[version - 1]
const countBits = version => version < 10 ? 8 : 16

function versionFor(length) {
  for (let version = 1; version <= DATA_WORDS.length; version += 1)
    if (4 + countBits(version) + 8 * length <= 8 * dataWords(version)) return version
  return null
}

function words(bytes, version) {
  const bits = []
  const push = (value, count) => { for (let at = count - 1; at >= 0; at -= 1) bits.push(value >>> at & 1) }
  push(4, 4)
  push(bytes.length, countBits(version))
  for (const byte of bytes) push(byte, 8)
  const room = 8 * dataWords(version)
  push(0, Math.min(4, room - bits.length))
  push(0, (8 - bits.length % 8) % 8)
  const made = Array.from({ length: bits.length / 8 }, (_, at) => parseInt(bits.slice(8 * at, 8 * at + 8).join(""), 2))
  for (let pad = 0; made.length < room / 8; pad ^= 1) made.push(PADS[pad])
  return made
}

function multiply(a, b) {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * FIELD_POLYNOMIAL)
    product ^= (b >>> bit & 1) * a
  }
  return product
}

function divisor(degree) {
  const made = Array(degree).fill(0)
  made[degree - 1] = 1
  for (let power = 1, turn = 0; turn < degree; turn += 1, power = multiply(power, 2))
    for (let at = 0; at < degree; at += 1) made[at] = multiply(made[at], power) ^ (made[at + 1] ?? 0)
  return made
}

function remainder(data, by) {
  const rest = Array(by.length).fill(0)
  for (const word of data) {
    const factor = word ^ rest.shift()
    rest.push(0)
    by.forEach((each, at) => { rest[at] ^= multiply(each, factor) })
  }
  return rest
}

function interleaved(data, version) {
  const count = BLOCKS[version - 1]
  const [length, longer] = [Math.floor(data.length / count), data.length % count]
  const by = divisor(CHECK_WORDS[version - 1])
  let at = 0
  const blocks = Array.from({ length: count }, (_, index) => {
    const block = data.slice(at, at += length + (index >= count - longer ? 1 : 0))
    return { block, check: remainder(block, by) }
  })
  const column = (index, part) => blocks.flatMap(each => index < each[part].length ? [each[part][index]] : [])
  return [
    ...Array.from({ length: length + 1 }, (_, index) => column(index, "block")).flat(),
    ...Array.from({ length: by.length }, (_, index) => column(index, "check")).flat(),
  ]
}

class Square {
  constructor(version) {
    this.version = version
    this.side = sideOf(version)
    this.dark = Array.from({ length: this.side }, () => Array(this.side).fill(0))
    this.fixed = Array.from({ length: this.side }, () => Array(this.side).fill(false))
    this.patterns()
  }

  fix(x, y, dark) {
    if (x < 0 || y < 0 || x >= this.side || y >= this.side) return
    this.dark[y][x] = Number(dark)
    this.fixed[y][x] = true
  }

  patterns() {
    const end = this.side - 1
    for (let at = 0; at <= end; at += 1) for (const [x, y] of [[at, 6], [6, at]]) this.fix(x, y, at % 2 === 0)
    for (const [x, y] of [[3, 3], [end - 3, 3], [3, end - 3]]) this.rings(x, y, 4, ring => ring !== 2 && ring !== 4)
    const along = centres(this.version)
    const last = along.length - 1
    along.forEach((x, i) => along.forEach((y, j) => {
      const corner = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)
      if (!corner) this.rings(x, y, 2, ring => ring !== 1)
    }))
    this.format(0)
    if (this.version >= 7) this.versionBits()
  }

  rings(x, y, radius, dark) {
    for (let dy = -radius; dy <= radius; dy += 1)
      for (let dx = -radius; dx <= radius; dx += 1) this.fix(x + dx, y + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))))
  }

  format(mask) {
    const data = LEVEL_L << 3 | mask
    const bits = (data << 10 | rest(data, 10, FORMAT_POLYNOMIAL)) ^ FORMAT_MASK
    const bit = at => bits >>> at & 1
    const end = this.side - 1
    for (let at = 0; at < 15; at += 1) {
      this.fix(8, at < 6 ? at : at < 8 ? at + 1 : end - 14 + at, bit(at))
      this.fix(at < 8 ? end - at : at === 8 ? 7 : 14 - at, 8, bit(at))
    }
    this.fix(8, end - 7, 1)
  }

  versionBits() {
    const bits = this.version << 12 | rest(this.version, 12, VERSION_POLYNOMIAL)
    for (let at = 0; at < 18; at += 1) {
      const [far, near] = [this.side - 11 + at % 3, Math.floor(at / 3)]
      this.fix(far, near, bits >>> at & 1)
      this.fix(near, far, bits >>> at & 1)
    }
  }

  fill(data) {
    let at = 0
    for (let right = this.side - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5
      const up = (right + 1 & 2) === 0
      for (let step = 0; step < this.side; step += 1)
        for (const x of [right, right - 1]) {
          const y = up ? this.side - 1 - step : step
          if (this.fixed[y][x] || at >= data.length * 8) continue
          this.dark[y][x] = data[at >>> 3] >>> 7 - (at & 7) & 1
          at += 1
        }
    }
  }

  masked(mask) {
    this.format(mask)
    return this.dark.map((row, y) => row.map((dark, x) => this.fixed[y][x] ? dark : dark ^ (MASKS[mask](x, y) === 0)))
  }
}

function rest(data, degree, polynomial) {
  let left = data
  for (let turn = 0; turn < degree; turn += 1) left = (left << 1) ^ ((left >>> degree - 1) * polynomial)
  return left
}

/** How hard a pattern is to read (7.8.3.1); the mask with the lowest value is taken. */
function penalty(rows) {
  const side = rows.length
  const columns = rows.map((_, x) => rows.map(row => row[x]))
  const lines = [...rows, ...columns].map(line => line.join(""))
  let found = 0
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) found += run.length - 2
    found += 40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length
  }
  for (let y = 1; y < side; y += 1)
    for (let x = 1; x < side; x += 1)
      if (rows[y][x] === rows[y - 1][x] && rows[y][x] === rows[y][x - 1] && rows[y][x] === rows[y - 1][x - 1]) found += 3
  const dark = rows.flat().reduce((sum, each) => sum + each, 0)
  return found + 10 * Math.floor(Math.abs(dark * 20 / (side * side) - 10))
}

/** The rows of a text's code, 1 for dark, without border; null when it is too long. A fixed `mask` is for tests. */
export function qrRows(text, mask = null) {
  const bytes = [...new TextEncoder().encode(text)]
  const version = versionFor(bytes.length)
  if (version === null) return null
  const square = new Square(version)
  square.fill(interleaved(words(bytes, version), version))
  if (mask !== null) return square.masked(mask)
  const all = MASKS.map((_, index) => square.masked(index))
  const marks = all.map(penalty)
  return all[marks.indexOf(Math.min(...marks))]
}

/** The code as an SVG element, or null when the text is too long for one. */
export function qrSquare(text, name) {
  const rows = qrRows(text)
  if (!rows) return null
  const side = rows.length + 2 * QUIET
  const make = (name, attributes) => {
    const made = document.createElementNS(SVG, name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    return made
  }
  const path = rows.flatMap((row, y) => row.map((dark, x) => dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")).join("")
  const words = { role: "img", "aria-label": name }
  const square = make("svg", { viewBox: `0 0 ${side} ${side}`, "shape-rendering": "crispEdges", ...words })
  square.append(make("rect", { width: side, height: side, fill: "#fff" }), make("path", { d: path, fill: "#000" }))
  return square
}
