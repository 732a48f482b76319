/* Reads films: a body's file and a figure's, as generator/figure/filming/FORMAT.md describes them. */

const VERSION = 3
const KINDS = { u1: Uint8Array, i1: Int8Array, u2: Uint16Array, i2: Int16Array, f4: Float32Array }
const [NEW, BEFORE, AFTER, SAID] = [1, 2, 3, 4]
const FAIRING = 4, MUSH = 5
const kept = new Map()

/** Fetches and reads one file, once for each address. */
export function load(address) {
  if (!kept.has(address)) {
    const made = fetch(address).then(async answer => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
      const bytes = answer.body.pipeThrough(new DecompressionStream("gzip"))
      const film = unpacked(await new Response(bytes).arrayBuffer())
      return film.kind === "body" ? readBody(film) : readFigure(film)
    })
    made.catch(() => kept.delete(address))
    kept.set(address, made)
  }
  return kept.get(address)
}

function unpacked(buffer) {
  const long = new DataView(buffer).getUint32(0, true)
  const film = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, long)))
  if (film.version !== VERSION) throw new Error(`version ${film.version}`)
  for (const [name, [kind, start, count]] of Object.entries(film.arrays)) film[name] = new KINDS[kind](buffer, 4 + long + start, count)
  return film
}

/** Whole numbers from their low bytes and then their high bytes, the sign in the last bit. */
function wide(bytes) {
  const count = bytes.length / 2, out = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const folded = bytes[i] | bytes[i + count] << 8
    out[i] = folded >>> 1 ^ -(folded & 1)
  }
  return out
}

function unrun(bytes, count) {
  const out = new Uint8Array(count)
  for (let i = 0, at = 0; i < bytes.length; i += 3) {
    const stop = at + (bytes[i + 1] | bytes[i + 2] << 8)
    out.fill(bytes[i], at, stop)
    at = stop
  }
  return out
}

/** Walks the mesh as the writer did; gives faces and the three vertices each vertex is foretold from. */
function walked(film) {
  const { signs, said, faces: total } = film, faces = [], parents = [], used = new Set(), into = [], out = [], queue = []
  let sign = 0, word = 0, next = 0
  const key = (a, b) => a * 65536 + b
  const meet = parent => { parents.push(parent); into.push([]); out.push([]); return next++ }
  const open = (list, edge) => { for (let i = list.length - 1; i >= 0; i--) if (!used.has(edge(list[i]))) return list[i]; return -1 }
  const take = (a, b, c) => {
    faces.push(a, b, c)
    for (const [p, q, third] of [[a, b, c], [b, c, a], [c, a, b]]) { used.add(key(p, q)); into[q].push(p); out[p].push(q); queue.push(p, q, third) }
  }
  for (let head = 0; faces.length < total * 3;) {
    if (head === queue.length) {
      const corner = () => { const old = said[word++], last = Math.max(next - 1, 0); return old ? old - 1 : meet([last, last, last]) }
      take(corner(), corner(), corner())
      continue
    }
    const a = queue[head], b = queue[head + 1], third = queue[head + 2]
    head += 3
    if (used.has(key(b, a))) continue
    const what = signs[sign++]
    if (what === NEW) take(b, a, meet([a, b, third]))
    else if (what === BEFORE) take(b, a, open(into[a], c => key(a, c)))
    else if (what === AFTER) take(b, a, open(out[b], c => key(c, b)))
    else if (what === SAID) take(b, a, said[word++])
  }
  return { faces, parents }
}

/** Neighbours of every vertex as one list, `start[v]` to `start[v + 1]`. */
function neighbours(count, faces) {
  const sets = Array.from({ length: count }, () => [])
  for (let i = 0; i < faces.length; i += 3) for (let k = 0; k < 3; k++) {
    const a = faces[i + k], b = faces[i + (k + 1) % 3]
    if (!sets[a].includes(b)) sets[a].push(b)
    if (!sets[b].includes(a)) sets[b].push(a)
  }
  const start = new Uint32Array(count + 1)
  sets.forEach((set, v) => { start[v + 1] = start[v] + set.length })
  return { start, ends: Uint16Array.from(sets.flat()) }
}

/** Values with every vertex moved half-way to the middle of its neighbours. */
export function smoothed({ start, ends }, values, width) {
  const out = values.slice(), count = start.length - 1
  for (let v = 0; v < count; v++) {
    const few = start[v + 1] - start[v]
    if (few) for (let k = 0; k < width; k++) {
      let sum = 0
      for (let i = start[v]; i < start[v + 1]; i++) sum += values[ends[i] * width + k]
      out[v * width + k] = values[v * width + k] / 2 + sum / few / 2
    }
  }
  return out
}

function readBody(film) {
  const { parents, faces } = walked(film), coarse = film.vertices, joints = film.joints.length
  const off = wide(film.position), place = new Int32Array(coarse * 3)
  const slots = [new Uint8Array(coarse * 4), new Uint8Array(coarse * 4)]
  for (let v = 0; v < coarse; v++) {
    const [a, b, c] = parents[v]
    for (let k = 0; k < 3; k++) place[v * 3 + k] = off[k * coarse + v] + (v ? place[a * 3 + k] + place[b * 3 + k] - place[c * 3 + k] : 0)
    for (let k = 0; k < 4; k++) [film.joint, film.weight].forEach((packed, n) => { slots[n][v * 4 + k] = packed[k * coarse + v] + (v ? slots[n][a * 4 + k] : 0) })
  }
  const material = unrun(film.material, film.faces), middles = new Map(), ends = [], skin = [], cloth = [[], [], [], []]
  const middle = (a, b) => {
    const key = Math.min(a, b) * 65536 + Math.max(a, b)
    if (!middles.has(key)) { middles.set(key, coarse + ends.length); ends.push([a, b]) }
    return middles.get(key)
  }
  for (let f = 0; f < film.faces; f++) {
    const [a, b, c] = faces.slice(f * 3, f * 3 + 3)
    if (!material[f]) { skin.push(a, b, c); continue }
    const ab = middle(a, b), bc = middle(b, c), ca = middle(c, a)
    cloth[material[f]].push(a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca)
  }
  const count = coarse + ends.length
  let rest = new Float32Array(count * 3), weight = new Float32Array(count * joints)
  for (let v = 0; v < coarse; v++) {
    let total = 0
    for (let k = 0; k < 3; k++) rest[v * 3 + k] = place[v * 3 + k] * film.step
    for (let k = 0; k < 4; k++) total += slots[1][v * 4 + k]
    for (let k = 0; k < 4; k++) weight[v * joints + slots[0][v * 4 + k]] += slots[1][v * 4 + k] / total
  }
  ends.forEach(([a, b], i) => { for (const [all, n] of [[rest, 3], [weight, joints]]) for (let k = 0; k < n; k++) all[(coarse + i) * n + k] = (all[a * n + k] + all[b * n + k]) / 2 })
  const fair = neighbours(count, cloth.flat())
  for (let i = 0; i < FAIRING; i++) { rest = smoothed(fair, rest, 3); weight = smoothed(fair, weight, joints) }
  cloth[0] = skin
  const around = neighbours(count, cloth.flat())
  let soft = rest
  for (let i = 0; i < MUSH; i++) soft = smoothed(around, soft, 3)
  const detail = rest.map((value, i) => value - soft[i]), field = Float32Array.from(film.field, value => value * film.fieldStep)
  const drawn = part => part.filter((_, i) => [0, 1, 2].some(k => field[part[i - i % 3 + k]] >= 0))
  return {
    ...film, count, rest, around, detail, ...hung(film, rest, weight, count, joints), normal: normals(rest, cloth.flat()),
    parts: cloth.map(part => Uint16Array.from(drawn(part))), field,
    gap: Float32Array.from(unrun(film.gap, count), value => value * film.gapStep),
  }
}

/** The four heaviest joints of every vertex with their shares, and how much of a far or near limb it is. */
function hung(film, rest, weight, count, joints) {
  const joint = new Uint8Array(count * 4), share = new Float32Array(count * 4), limb = new Float32Array(count)
  for (let v = 0; v < count; v++) {
    const own = []
    for (let j = 0; j < joints; j++) {
      const w = weight[v * joints + j]
      if (w > 0.004) own.push([w, j])
      if (film.limbs[j] * rest[v * 3] > 0) limb[v] += w * film.limbs[j]
    }
    own.sort((a, b) => b[0] - a[0]).splice(4)
    const total = own.reduce((sum, [w]) => sum + w, 0)
    own.forEach(([w, j], k) => { joint[v * 4 + k] = j; share[v * 4 + k] = w / total })
  }
  return { joint, share, limb }
}

function normals(points, faces) {
  const out = new Float32Array(points.length)
  for (let f = 0; f < faces.length; f += 3) {
    const [a, b, c] = [faces[f] * 3, faces[f + 1] * 3, faces[f + 2] * 3], u = [], v = []
    for (let k = 0; k < 3; k++) { u.push(points[b + k] - points[a + k]); v.push(points[c + k] - points[a + k]) }
    for (const corner of [a, b, c]) for (let k = 0; k < 3; k++) out[corner + k] += u[(k + 1) % 3] * v[(k + 2) % 3] - u[(k + 2) % 3] * v[(k + 1) % 3]
  }
  return out
}

/** Sums differences along the first axis of `moments` equal rows. */
function summed(off, moments, step) {
  const width = off.length / moments, rows = []
  for (let m = 0; m < moments; m++) rows.push(Float32Array.from({ length: width }, (_, i) => { off[m * width + i] += m ? off[(m - 1) * width + i] : 0; return off[m * width + i] * step }))
  return rows
}

function readFigure(film) {
  const places = summed(wide(film.place), film.moments, film.placeStep)
  const turns = summed(wide(film.turn), film.moments, 1 / 16383).map(row => {
    const out = new Float32Array(row.length / 3 * 4)
    for (let j = 0; j < row.length / 3; j++) {
      out.set(row.subarray(j * 3, j * 3 + 3), j * 4)
      out[j * 4 + 3] = Math.sqrt(Math.max(0, 1 - row[j * 3] ** 2 - row[j * 3 + 1] ** 2 - row[j * 3 + 2] ** 2))
    }
    return out
  })
  const things = film.things.map((thing, n) => {
    const corners = summed(wide(film[`corners${n}`]), thing.moves ? film.moments : 1, film.thingStep)
    const faces = wide(film[`faces${n}`])
    for (let i = 1; i < faces.length; i++) faces[i] += faces[i - 1]
    return { ...thing, faces, groups: film[`groups${n}`], corners: corners.map(row => Float32Array.from(row, (_, i) => row[i % 3 * thing.corners + Math.floor(i / 3)])) }
  })
  return { ...film, places, turns, things }
}
