/* Poses a film's body: joints at any moment, and the surface at the kept ones as the still has it. */

const MUSH = 5

/** The pose a share of the way between two kept moments: place and turns. */
export function mixed(figure, one, other, share) {
  const [a, b] = [figure.turns[one], figure.turns[other]], turns = new Float32Array(a.length)
  for (let j = 0; j < a.length; j += 4) {
    let dot = 0, size = 0
    for (let k = 0; k < 4; k++) dot += a[j + k] * b[j + k]
    for (let k = 0; k < 4; k++) { turns[j + k] = a[j + k] * (1 - share) + (dot < 0 ? -1 : 1) * b[j + k] * share; size += turns[j + k] ** 2 }
    for (let k = 0; k < 4; k++) turns[j + k] /= Math.sqrt(size)
  }
  return { turns, place: figure.places[one].map((value, k) => value * (1 - share) + figure.places[other][k] * share) }
}

/** Rest-to-posed transforms, three rows of four numbers a joint. */
export function bones(body, { turns, place }) {
  const count = body.parents.length, turn = [], centre = [], out = new Float32Array(count * 12), { heads } = body
  for (let j = 0; j < count; j++) {
    const own = matrix(turns.subarray(j * 4, j * 4 + 4)), up = body.parents[j]
    if (up < 0) { turn[j] = own; centre[j] = [...place] }
    else {
      const [on, by] = body.hangs[j - 1]
      turn[j] = product(turn[up], own)
      const [x, y, z] = [0, 1, 2].map(k => heads[j * 3 + k] - heads[on * 3 + k]), t = turn[by]
      centre[j] = [0, 1, 2].map(r => centre[on][r] + t[r * 3] * x + t[r * 3 + 1] * y + t[r * 3 + 2] * z)
    }
    for (let r = 0; r < 3; r++) {
      const row = turn[j].slice(r * 3, r * 3 + 3)
      out.set([...row, centre[j][r] - row[0] * heads[j * 3] - row[1] * heads[j * 3 + 1] - row[2] * heads[j * 3 + 2]], j * 12 + r * 4)
    }
  }
  return out
}

const matrix = ([x, y, z, w]) => [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w), 2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w), 2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)]

function product(a, b) {
  const out = []
  for (let r = 0; r < 3; r++) for (let c = 0; c < 3; c++) out.push(a[r * 3] * b[c] + a[r * 3 + 1] * b[3 + c] + a[r * 3 + 2] * b[6 + c])
  return out
}

/** The blended transform of one vertex, written into `out`. */
export function blended(body, moved, v, out) {
  out.fill(0)
  for (let k = 0; k < 4; k++) {
    const share = body.share[v * 4 + k], from = body.joint[v * 4 + k] * 12
    if (share) for (let i = 0; i < 12; i++) out[i] += share * moved[from + i]
  }
  return out
}

/** The blended surface and its outward directions a share of the way between two kept moments, written into `points` and `ways`. */
export function skinned(body, moved, [here, there], share, points, ways) {
  const { rest, normal, count } = body, one = new Float32Array(12)
  for (let v = 0, i = 0; v < count; v++, i += 3) {
    blended(body, moved, v, one)
    const x = rest[i] + here[i] + (there[i] - here[i]) * share, y = rest[i + 1] + here[i + 1] + (there[i + 1] - here[i + 1]) * share
    const z = rest[i + 2] + here[i + 2] + (there[i + 2] - here[i + 2]) * share, p = normal[i], q = normal[i + 1], r = normal[i + 2]
    for (let k = 0; k < 3; k++) {
      const a = one[k * 4], b = one[k * 4 + 1], c = one[k * 4 + 2]
      points[i + k] = a * x + b * y + c * z + one[k * 4 + 3]
      ways[i + k] = a * p + b * q + c * r
    }
  }
}

/**
 * What plain blending misses at a kept moment, in the rest's own axes, and the posed surface:
 * delta mush, a belly drawn in, flesh pressed flat.
 */
export function surface(body, figure, moment) {
  const { rest, detail, count } = body, moved = bones(body, mixed(figure, moment, moment, 0)), one = new Float32Array(12)
  const plain = new Float32Array(count * 3), turned = new Float32Array(count * 3), miss = new Float32Array(count * 3)
  for (let v = 0; v < count; v++) {
    blended(body, moved, v, one)
    for (let r = 0; r < 3; r++) {
      plain[v * 3 + r] = one[r * 4] * rest[v * 3] + one[r * 4 + 1] * rest[v * 3 + 1] + one[r * 4 + 2] * rest[v * 3 + 2] + one[r * 4 + 3]
      turned[v * 3 + r] = one[r * 4] * detail[v * 3] + one[r * 4 + 1] * detail[v * 3 + 1] + one[r * 4 + 2] * detail[v * 3 + 2]
    }
  }
  const posed = mushed(body.around, plain)
  for (let i = 0; i < posed.length; i++) posed[i] += turned[i]
  drawIn(body, figure, moment, moved, posed)
  const letter = moment < figure.letters.length ? moment : figure.ways.find(way => moment >= way[2] && moment < way[2] + way[3])[0]
  press(posed, figure.planes[letter], figure.pressed)
  for (let v = 0; v < count; v++) miss.set(unturned(blended(body, moved, v, one), [0, 1, 2].map(k => posed[v * 3 + k] - plain[v * 3 + k])), v * 3)
  return { posed, miss }
}

function mushed({ start, ends }, points) {
  let from = points, to = new Float32Array(points.length)
  for (let round = 0; round < MUSH; round++) {
    for (let v = 0, count = start.length - 1; v < count; v++) {
      let x = 0, y = 0, z = 0
      const few = 2 * (start[v + 1] - start[v])
      for (let i = start[v]; i < start[v + 1]; i++) { const at = ends[i] * 3; x += from[at]; y += from[at + 1]; z += from[at + 2] }
      to[v * 3] = few ? from[v * 3] / 2 + x / few : from[v * 3]
      to[v * 3 + 1] = few ? from[v * 3 + 1] / 2 + y / few : from[v * 3 + 1]
      to[v * 3 + 2] = few ? from[v * 3 + 2] / 2 + z / few : from[v * 3 + 2]
    }
    [from, to] = [to, from === points ? new Float32Array(points.length) : from]
  }
  return from
}

function drawIn(body, figure, moment, moved, posed) {
  const deep = (figure.belly[moment] ?? 0) / 100, joint = body.joints.indexOf("sp1") * 12
  if (deep && figure.dent) for (let v = 0; v < body.count; v++) for (let r = 0; r < 3; r++) posed[v * 3 + r] -= moved[joint + r * 4 + 2] * deep * figure.dent[v] / 255
}

/** Presses flesh flat where it sinks a little into a face: normal, origin, way along, half sizes. */
function press(points, planes, most) {
  for (let p = 0; p < planes.length; p += 11) {
    const n = planes.slice(p, p + 3), o = planes.slice(p + 3, p + 6), u = planes.slice(p + 6, p + 9), [long, broad] = planes.slice(p + 9, p + 11)
    const w = [n[1] * u[2] - n[2] * u[1], n[2] * u[0] - n[0] * u[2], n[0] * u[1] - n[1] * u[0]]
    for (let i = 0; i < points.length; i += 3) {
      const x = points[i] - o[0], y = points[i + 1] - o[1], z = points[i + 2] - o[2], deep = -(x * n[0] + y * n[1] + z * n[2])
      const over = !long || (Math.abs(x * u[0] + y * u[1] + z * u[2]) < long && Math.abs(x * w[0] + y * w[1] + z * w[2]) < broad)
      if (deep > 0 && deep < most && over) for (let k = 0; k < 3; k++) points[i + k] += deep * n[k]
    }
  }
}

/** A vector in the axes that a blended transform turns, by the inverse of its 3 × 3 part. */
function unturned(m, [x, y, z]) {
  const c = [m[5] * m[10] - m[6] * m[9], m[6] * m[8] - m[4] * m[10], m[4] * m[9] - m[5] * m[8]]
  const whole = m[0] * c[0] + m[1] * c[1] + m[2] * c[2]
  if (Math.abs(whole) < 1e-3) return [0, 0, 0]
  return [
    (c[0] * x + (m[2] * m[9] - m[1] * m[10]) * y + (m[1] * m[6] - m[2] * m[5]) * z) / whole,
    (c[1] * x + (m[0] * m[10] - m[2] * m[8]) * y + (m[2] * m[4] - m[0] * m[6]) * z) / whole,
    (c[2] * x + (m[1] * m[8] - m[0] * m[9]) * y + (m[0] * m[5] - m[1] * m[4]) * z) / whole,
  ]
}
