/* One figure on its body: its surface at kept moments, its face, and what a view of it shows. */
import { bones, mixed, skinned, surface } from "./posing.js"

const ROOMY = 1.12, TURNED = 25, UPRIGHT = ["wall", "door"], LYING = 0.75, ASIDE = 0.7, PROFILE = 0.42
const LIFT = [0, 0.012, 0.006, 0.004], FACE = 0.012, OVER = 0.02, BEHIND = -0.0015, DEEP = -0.2, LIGHT = [-0.447, 0.744, 0.496]
const CONTACT = 0.035, FLOOR = 0.0015
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
const less = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
/** Which way three corners go round in the picture, given where each begins: above zero against the clock. */
const round = (at, a, b, c) => (at[b] - at[a]) * (at[c + 1] - at[a + 1]) - (at[c] - at[a]) * (at[b + 1] - at[a + 1])
const unit = a => { const size = Math.hypot(...a) || 1; return a.map(v => v / size) }

export class Scene {
  constructor(body, figure) {
    Object.assign(this, { body, figure, surfaces: [], at: new Float32Array(body.count * 4), points: new Float32Array(body.count * 3), ways: new Float32Array(body.count * 3) })
    this.still = { yaw: figure.camera.yaw, pitch: figure.camera.pitch }
    this.cloud = this.fixed()
    this.fitted = this.fit(rowsOf(this.still, 1))
  }

  kept(moment) { return this.surfaces[moment] ??= surface(this.body, this.figure, moment) }

  /** Points that must stay in view: those the still shows. */
  fixed() {
    const { camera, letters, things } = this.figure, [right, up] = rowsOf(this.still, 1), found = []
    const add = p => {
      const x = dot(right, p), y = dot(up, p)
      if (x > camera.left && x < camera.left + camera.width && y < camera.top && y > camera.top - camera.height) found.push([...p])
    }
    letters.forEach((_, k) => { const { posed } = this.kept(k); for (let v = 0; v < this.body.count; v += 40) if (this.body.field[v] > 0) add(posed.subarray(v * 3, v * 3 + 3)) })
    for (const thing of things) if (!isUpright(thing)) for (let i = 0; i < thing.corners[0].length; i += 3) add(thing.corners[0].subarray(i, i + 3))
    return found
  }

  fit(rows) {
    const low = [9, 9], high = [-9, -9]
    for (const p of this.cloud) for (let k = 0; k < 2; k++) { const at = dot(rows[k], p); low[k] = Math.min(low[k], at); high[k] = Math.max(high[k], at) }
    return { middle: [0, 1].map(k => (low[k] + high[k]) / 2), half: [0, 1].map(k => (high[k] - low[k]) / 2) }
  }

  /** The view from a direction: the still's own window there, and one that holds everything elsewhere. */
  view({ yaw, pitch }, mirror) {
    const { camera } = this.figure, rows = rowsOf({ yaw: yaw * mirror, pitch }, mirror), aspect = camera.width / camera.height
    const away = Math.hypot((yaw - this.still.yaw + 540) % 360 - 180, pitch - this.still.pitch), near = Math.max(0, 1 - away / TURNED)
    const fit = this.fit(rows), own = this.fitted, half = Math.max(fit.half[0], fit.half[1] * aspect) * ROOMY
    const middle = [camera.left + camera.width / 2, camera.top - camera.height / 2]
    const [left, low] = fit.middle.map((value, k) => value + (middle[k] - own.middle[k]) * near * (k ? 1 : mirror))
    const wide = camera.width / 2 * near + half * (1 - near), toward = rows[2], scales = [1 / wide, aspect / wide, DEEP]
    const across = rows.map((row, k) => row.map(value => value * scales[k])), offs = [-left * scales[0], -low * scales[1]]
    const seen = ([x, y, z], lift) => [0, 1, 2].map(k => across[k][0] * x + across[k][1] * y + across[k][2] * z + (offs[k] ?? lift * DEEP))
    return { rows, toward, across, offs, seen, mirror, pen: 2.5 / camera.scale / wide, exact: away < 0.5 && mirror > 0 }
  }

  /** Directions by name, as seen from the person in the first picture; of someone lying, from the feet. */
  directions() {
    const x = this.figure.turns[0].subarray(0, 4), ahead = turnedBy(x, [0, 0, 1]), foot = turnedBy(x, [0, -1, 0])
    const [east, , south] = Math.abs(ahead[1]) < LYING ? ahead : foot, yaw = Math.atan2(east, south) * 180 / Math.PI
    const side = Math.abs((this.still.yaw - yaw - 90 + 540) % 360 - 180) < 90 ? 90 : -90
    return { front: { yaw, pitch: 5 }, side: { yaw: yaw + side, pitch: 5 }, back: { yaw: yaw + 180, pitch: 5 }, above: { yaw, pitch: 80 } }
  }

  /**
   * What one moment shows from a direction. All places are those of the picture: across, up, away; with a fourth
   * number that is the light on the person, and elsewhere cuts off what lies below zero.
   */
  shape(moment, view) {
    const { body, figure, at, points, ways } = this, moved = bones(body, mixed(figure, moment.one, moment.other, moment.share))
    skinned(body, moved, [this.kept(moment.one).miss, this.kept(moment.other).miss], moment.share, points, ways)
    this.place(view)
    const sideways = dot(view.toward, [moved[0], moved[4], moved[8]])
    return {
      at, lifts: LIFT.map(lift => lift * DEEP), parts: body.parts.map(part => this.facing(part, view.mirror)), contact: this.contact(view),
      side: Math.abs(sideways) < body.sideView ? 0 : Math.sign(sideways), things: this.things(moment, view), flats: this.flats(view), ...this.strokes(view, moved),
    }
  }

  place({ across: [x, y, z], offs: [left, low], rows }) {
    const { at, points, ways } = this, light = [0, 1, 2].map(k => LIGHT.reduce((sum, value, r) => sum + value * rows[r][k], 0))
    for (let i = 0, o = 0; i < points.length; i += 3, o += 4) {
      const a = points[i], b = points[i + 1], c = points[i + 2], p = ways[i], q = ways[i + 1], r = ways[i + 2]
      at[o] = x[0] * a + x[1] * b + x[2] * c + left
      at[o + 1] = y[0] * a + y[1] * b + y[2] * c + low
      at[o + 2] = z[0] * a + z[1] * b + z[2] * c
      at[o + 3] = (light[0] * p + light[1] * q + light[2] * r) / Math.sqrt(p * p + q * q + r * r + 1e-30)
    }
  }

  /** Those of some faces that look at the viewer. */
  facing(part, mirror) {
    const { at } = this, out = new Uint16Array(part.length)
    let few = 0
    for (let i = 0; i < part.length; i += 3) {
      if (round(at, part[i] * 4, part[i + 1] * 4, part[i + 2] * 4) * mirror <= 0) continue
      out[few++] = part[i]
      out[few++] = part[i + 1]
      out[few++] = part[i + 2]
    }
    return out.subarray(0, few)
  }

  /** The person's low faces laid on the floor: a shadow where they touch it. */
  contact(view) {
    const { points, body } = this, out = []
    for (const part of body.parts) for (let i = 0; i < part.length; i += 3) {
      if (points[part[i] * 3 + 1] > CONTACT && points[part[i + 1] * 3 + 1] > CONTACT && points[part[i + 2] * 3 + 1] > CONTACT) continue
      for (let k = 0; k < 3; k++) { const v = part[i + k]; out.push(...view.seen([points[v * 3], FLOOR, points[v * 3 + 2]], 0), Math.min(body.field[v], CONTACT - points[v * 3 + 1])) }
    }
    return out
  }

  things({ one, other, share }, view) {
    return this.figure.things.filter(thing => !this.hides(thing, view)).map(({ moves, corners, faces, groups, tones }) => {
      const [from, to] = [corners[moves ? one : 0], corners[moves ? other : 0]], at = []
      for (const corner of faces) at.push(...view.seen([0, 1, 2].map(k => from[corner * 3 + k] * (1 - share) + to[corner * 3 + k] * share), BEHIND), 1)
      return { at, groups, tones }
    })
  }

  /** Floors, shadows and boards that look at the viewer. */
  flats(view) {
    return this.figure.flats.map(([tone, share, corners]) => {
      const at = []
      for (let i = 0; i < corners.length; i += 3) at.push(...view.seen(corners.slice(i, i + 3), 0), 1)
      return [round(at, 0, 4, 8) * view.mirror > 0 ? at : [], tone, share]
    })
  }

  /** Walls and doors between the viewer and the person are not drawn. */
  hides(thing, { toward }) {
    if (!isUpright(thing)) return false
    const corners = thing.corners[0]
    let sum = 0
    for (let i = 0; i < corners.length; i += 3) sum += dot(toward, corners.subarray(i, i + 3))
    return sum / (corners.length / 3) > dot(toward, this.figure.places[0]) + 0.05
  }

  /** Face, hair and what is written on the skin, as ribbons that face the viewer. */
  strokes(view, moved) {
    const out = { lines: [], strand: [], pull: [] }, unfit = fromTheSide(this.body, view, moved) ? "front" : "side"
    for (const { strokes, strokeAt, strokeShare } of [this.body, this.figure]) {
      let from = 0
      for (const [name, width, facing, count, aspect] of strokes) {
        const own = Array.from({ length: count }, (_, n) => this.strokePoint(from + n, strokeAt, strokeShare, view, facing))
        if (aspect !== unfit && (aspect !== "side" || mostly(own))) ribbon(own, width, view, out[name] ?? out.lines, name === "pull" ? OVER : FACE)
        from += count
      }
    }
    return out
  }

  strokePoint(i, at, share, view, facing) {
    const { points } = this, total = at.length / 3, [a, b, c] = [0, 1, 2].map(k => points.subarray(at[k * total + i] * 3, at[k * total + i] * 3 + 3))
    const one = share[i] / 255, other = share[total + i] / 255
    return { at: [0, 1, 2].map(k => a[k] * one + b[k] * other + c[k] * (1 - one - other)), seen: dot(unit(cross(less(b, a), less(c, a))), view.toward) > facing }
  }
}

const mostly = points => points.filter(point => point.seen).length > points.length * 0.4

/** Whether the head is seen in profile, as the still's engine says it. */
function fromTheSide(body, { toward }, moved) {
  const head = body.joints.indexOf("head") * 12, along = k => dot(toward, [moved[head + k], moved[head + 4 + k], moved[head + 8 + k]])
  return Math.abs(along(0)) > ASIDE && Math.abs(along(2)) < PROFILE
}

function ribbon(points, width, view, out, lift) {
  const add = p => out.push(...view.seen(p, lift), 1)
  if (!width) {
    if (mostly(points)) for (let i = 1; i + 1 < points.length; i++) [0, i, i + 1].forEach(n => add(points[n].at))
    return
  }
  for (let i = 0; i + 1 < points.length; i++) if (points[i].seen && points[i + 1].seen) {
    const [a, b] = [points[i].at, points[i + 1].at], aside = unit(cross(less(b, a), view.toward)).map(v => v * width * 0.6)
    const [p, q, r, s] = [[a, 1], [a, -1], [b, 1], [b, -1]].map(([at, way]) => at.map((v, k) => v + aside[k] * way))
    for (const corner of [p, q, r, r, q, s]) add(corner)
  }
}

const isUpright = thing => UPRIGHT.includes(thing.tones[0].split(" ")[0])

/** What lies across, up and toward the viewer of a direction, for places that are not mirrored yet. */
function rowsOf({ yaw, pitch }, mirror) {
  const [a, b] = [yaw * Math.PI / 180, pitch * Math.PI / 180]
  const toward = [Math.sin(a) * Math.cos(b), Math.sin(b), Math.cos(a) * Math.cos(b)], right = [Math.cos(a), 0, -Math.sin(a)]
  return [right, cross(toward, right), toward].map(([x, y, z]) => [x * mirror, y, z])
}

function turnedBy([x, y, z, w], v) {
  const t = cross([x, y, z], v).map(k => 2 * k)
  return cross([x, y, z], t).map((k, i) => k + v[i] + w * t[i])
}
