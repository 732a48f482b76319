/* One figure on its body: its surface at kept moments, its face, and what a view of it shows. */
import { blended, surface } from "./posing.js"

const ROOMY = 1.12, TURNED = 25, UPRIGHT = ["wall", "door"], LYING = 0.75, ASIDE = 0.7, PROFILE = 0.42
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
const less = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const unit = a => { const size = Math.hypot(...a) || 1; return a.map(v => v / size) }

export class Scene {
  constructor(body, figure) {
    Object.assign(this, { body, figure, surfaces: [] })
    this.still = { yaw: figure.camera.yaw, pitch: figure.camera.pitch }
    this.cloud = this.points()
    this.fitted = this.fit(axesOf(this.still, 1), 1)
  }

  kept(moment) { return this.surfaces[moment] ??= surface(this.body, this.figure, moment) }

  miss(moment) { return this.kept(moment).miss }

  /** Points that must stay in view: those the still shows. */
  points() {
    const { camera, letters, things } = this.figure, axes = axesOf(this.still, 1), found = []
    const add = p => {
      const x = dot(axes.right, p), y = dot(axes.up, p)
      if (x > camera.left && x < camera.left + camera.width && y < camera.top && y > camera.top - camera.height) found.push([...p])
    }
    letters.forEach((_, k) => { const { posed } = this.kept(k); for (let v = 0; v < this.body.count; v += 40) if (this.body.field[v] > 0) add(posed.subarray(v * 3, v * 3 + 3)) })
    for (const thing of things) if (!isUpright(thing)) for (let i = 0; i < thing.corners[0].length; i += 3) add(thing.corners[0].subarray(i, i + 3))
    return found
  }

  fit(axes, mirror) {
    const low = [9, 9], high = [-9, -9]
    for (const p of this.cloud) [axes.right, axes.up].forEach((way, k) => { const at = dot(way, [p[0] * mirror, p[1], p[2]]); low[k] = Math.min(low[k], at); high[k] = Math.max(high[k], at) })
    return { middle: [0, 1].map(k => (low[k] + high[k]) / 2), half: [0, 1].map(k => (high[k] - low[k]) / 2) }
  }

  /** The view from a direction: the still's own window there, and one that holds everything elsewhere. */
  view({ yaw, pitch }, mirror) {
    const { camera } = this.figure, axes = axesOf({ yaw: yaw * mirror, pitch }, mirror), aspect = camera.width / camera.height
    const away = Math.hypot((yaw - this.still.yaw + 540) % 360 - 180, pitch - this.still.pitch), near = Math.max(0, 1 - away / TURNED)
    const fit = this.fit(axes, mirror), own = this.fitted, half = Math.max(fit.half[0], fit.half[1] * aspect) * ROOMY
    const middle = [camera.left + camera.width / 2, camera.top - camera.height / 2]
    const at = fit.middle.map((value, k) => value + (middle[k] - own.middle[k]) * near * (k ? 1 : mirror))
    const wide = camera.width / 2 * near + half * (1 - near)
    return { ...axes, mirror, window: [...at, 1 / wide], pen: 2.5 / camera.scale / wide, exact: away < 0.5 && mirror > 0 }
  }

  /** Directions by name, as seen from the person in the first picture; of someone lying, from the feet. */
  directions() {
    const x = this.figure.turns[0].subarray(0, 4), ahead = turnedBy(x, [0, 0, 1]), foot = turnedBy(x, [0, -1, 0])
    const [east, , south] = Math.abs(ahead[1]) < LYING ? ahead : foot, yaw = Math.atan2(east, south) * 180 / Math.PI
    const side = Math.abs((this.still.yaw - yaw - 90 + 540) % 360 - 180) < 90 ? 90 : -90
    return { front: { yaw, pitch: 5 }, side: { yaw: yaw + side, pitch: 5 }, back: { yaw: yaw + 180, pitch: 5 }, above: { yaw, pitch: 80 } }
  }

  /** Walls and doors between the viewer and the person are not drawn. */
  hides(thing, view) {
    if (!isUpright(thing)) return false
    const { place } = { place: this.figure.places[0] }, corners = thing.corners[0]
    let sum = 0
    for (let i = 0; i < corners.length; i += 3) sum += dot(view.toward, [corners[i] * view.mirror, corners[i + 1], corners[i + 2]])
    return sum / (corners.length / 3) > dot(view.toward, [place[0] * view.mirror, place[1], place[2]]) + 0.05
  }

  /** Face and hair as ribbons that face the viewer. */
  strokes(moment, view, moved) {
    const { body } = this, lines = [], strands = [], total = body.strokeAt.length / 3, misses = [this.miss(moment.one), this.miss(moment.other)]
    const unfit = fromTheSide(body, view, moved) ? "front" : "side"
    let from = 0
    for (const [name, width, facing, count, aspect] of body.strokes) {
      if (aspect === unfit) { from += count; continue }
      const points = []
      for (let i = from; i < from + count; i++) {
        const [a, b, c] = [0, 1, 2].map(k => skinned(body, moved, body.strokeAt[k * total + i], misses, moment.share))
        const shares = [body.strokeShare[i] / 255, body.strokeShare[total + i] / 255]
        const mix = k => a[k] * shares[0] + b[k] * shares[1] + c[k] * (1 - shares[0] - shares[1])
        const mirrored = p => [p[0] * view.mirror, p[1], p[2]]
        points.push({ at: mirrored([mix(0), mix(1), mix(2)]), seen: dot(mirrored(unit(cross(less(b, a), less(c, a)))), view.toward) > facing })
      }
      if (aspect !== "side" || mostly(points)) ribbon(points, width, view, name === "strand" ? strands : lines)
      from += count
    }
    return { lines, strands }
  }
}

const mostly = points => points.filter(point => point.seen).length > points.length * 0.4

/** Whether the head is seen in profile, as the still's engine says it. */
function fromTheSide(body, { toward: [x, y, z], mirror }, moved) {
  const head = body.joints.indexOf("head") * 12, along = k => x * mirror * moved[head + k] + y * moved[head + 4 + k] + z * moved[head + 8 + k]
  return Math.abs(along(0)) > ASIDE && Math.abs(along(2)) < PROFILE
}

function ribbon(points, width, view, out) {
  if (!width) {
    if (mostly(points)) for (let i = 1; i + 1 < points.length; i++) out.push(...points[0].at, ...points[i].at, ...points[i + 1].at)
    return
  }
  for (let i = 0; i + 1 < points.length; i++) if (points[i].seen && points[i + 1].seen) {
    const [a, b] = [points[i].at, points[i + 1].at], aside = unit(cross(less(b, a), view.toward)).map(v => v * width * 0.6)
    const [p, q, r, s] = [[a, 1], [a, -1], [b, 1], [b, -1]].map(([at, way]) => at.map((v, k) => v + aside[k] * way))
    out.push(...p, ...q, ...r, ...r, ...q, ...s)
  }
}

const isUpright = thing => UPRIGHT.includes(thing.tones[0].split(" ")[0])

function axesOf({ yaw, pitch }) {
  const [a, b] = [yaw * Math.PI / 180, pitch * Math.PI / 180]
  const toward = [Math.sin(a) * Math.cos(b), Math.sin(b), Math.cos(a) * Math.cos(b)], right = [Math.cos(a), 0, -Math.sin(a)], up = cross(toward, right)
  return { toward, right, up, axes: [right[0], up[0], toward[0], right[1], up[1], toward[1], right[2], up[2], toward[2]] }
}

function turnedBy([x, y, z, w], v) {
  const t = cross([x, y, z], v).map(k => 2 * k)
  return cross([x, y, z], t).map((k, i) => k + v[i] + w * t[i])
}

function skinned(body, moved, point, misses, share) {
  const m = blended(body, moved, point, new Float32Array(12)), p = [0, 1, 2].map(k => body.rest[point * 3 + k] + misses[0][point * 3 + k] * (1 - share) + misses[1][point * 3 + k] * share)
  return [0, 1, 2].map(r => m[r * 4] * p[0] + m[r * 4 + 1] * p[1] + m[r * 4 + 2] * p[2] + m[r * 4 + 3])
}
