/* Draws films with one WebGL2 context for a whole page: flat colours with region and rest place, then lines where these jump. */
import { smoothed } from "./film.js"

const MOST = 1.5e6, EDGE = 3, CONTACT = 0.13, STRAND = 0.4, FIRST_THING = 10, GRAIN = 15, INPUTS = 4, FRONT_FIRST = [1, 2, 3, 0]
const HEAD = "#version 300 es\nprecision highp float; precision highp int; precision highp usampler2D;\n"
/* The person: colour; and rest place with region and how far rest places must part before a line is drawn.
   Fibres lie where the grain is whole; forced colours get level hatching in their place. */
const BODY = [`layout(location=0) in vec4 at; layout(location=1) in vec4 rest; layout(location=2) in vec4 look; layout(location=3) in vec4 grain; uniform float lift;
out vec3 vRest; out vec2 vTarget; out float vField, vLimb, vLight, vGrain; flat out float vGap;
void main(){ vGrain = grain.x; vRest = rest.xyz; vField = rest.w; vTarget = look.xy; vGap = look.z; vLimb = look.w; vLight = at.w; gl_Position = vec4(at.xy, at.z + lift, 1); }`,
`in vec3 vRest; in vec2 vTarget; in float vField, vLimb, vLight, vGrain; flat in float vGap;
uniform vec3 fill, far, worksInk, othersInk, fibre, shade; uniform float material, lit, side, farShare, pen, hatch;
layout(location=0) out vec4 colour; layout(location=1) out uvec4 place;
vec3 marked(vec3 c, float v, vec3 ink){ float w = fwidth(v) * 1.2; c = mix(c, ink, smoothstep(.5 - w, .5 + w, v) * .9 * lit); return mix(c, fibre, lit * (1. - smoothstep(w, w * 2.2, abs(v - .5))) * step(.02, v)); }
float lines(){ float g = hatch > 0. ? gl_FragCoord.y / pen / 5. : vGrain, f = fwidth(g);
  return max(vTarget.x, vTarget.y) > .62 && g > .5 && f < .4 ? 1. - smoothstep(pen * .5, pen * .5 + 1., abs(g - round(g)) / f) : 0.; }
void main(){ if (vField < 0.) discard;
  vec3 c = side * vLimb < -farShare ? far : fill;
  if (lit > 0.) c = mix(marked(marked(c, vTarget.y, othersInk), vTarget.x, worksInk), fibre, lines() * lit * (vTarget.x > .62 ? 1. : .45));
  colour = vec4(mix(c, shade, .09 * smoothstep(-.12, -.22, vLight)), 1); place = uvec4((vRest + 2.) * 16384., (material + 1.) * 256. + clamp(vGap * 2550., 3., 230.)); }`]
const FLAT = [`layout(location=0) in vec4 at; out float inside; void main(){ inside = at.w; gl_Position = vec4(at.xyz, 1); }`,
  `in float inside; uniform vec4 ink; uniform float id; layout(location=0) out vec4 colour; layout(location=1) out uvec4 place; void main(){ if (inside < 0.) discard; colour = ink; place = uvec4(0, 0, 0, id * 256.); }`]
const INK = [`layout(location=0) in vec4 at; void main(){ gl_Position = at; }`,
`uniform sampler2D colours; uniform usampler2D places; uniform vec3 line; uniform vec2 size; uniform float fine, pen; out vec4 o;
const vec2 WAYS[8] = vec2[8](vec2(1, 0), vec2(.707, .707), vec2(0, 1), vec2(-.707, .707), vec2(-1, 0), vec2(-.707, -.707), vec2(0, -1), vec2(.707, -.707));
uvec4 w(ivec2 p){ return texelFetch(places, clamp(p, ivec2(0), ivec2(size) - 1), 0); }
float weight(uvec4 a, uvec4 b){ uint i = a.a >> 8, j = b.a >> 8;
  if (i != j) return i > 8u && (j > 8u || j < 1u) || j > 8u && i < 1u ? .6 : i > 0u && i < 8u && j > 0u && j < 8u ? .64 : 1.;
  if (i < 1u || i > 8u) return 0.; vec3 d = vec3(a.xyz) - vec3(b.xyz); float g = float(max(a.a & 255u, b.a & 255u)) * 6.425; return dot(d, d) > g * g ? .74 : 0.; }
bool flatHere(ivec2 p, uvec4 h){ int far = int(ceil(pen)) + 1;
  for (int n = 0; n < 4; n++) if (weight(h, w(p + ivec2(n & 1, n >> 1) * 2 * far - far)) > 0.) return false;
  return true; }
void main(){ int f = int(fine); ivec2 base = ivec2(gl_FragCoord.xy) * f; uvec4 h = w(base); vec3 sum = vec3(0); float e = 0.;
  if (flatHere(base, h)){ o = texelFetch(colours, base, 0); return; }
  for (int k = 0; k < f * f; k++) sum += texelFetch(colours, base + ivec2(k % f, k / f), 0).rgb / float(f * f);
  int rings = int(ceil(pen)) + 1; vec2 middle = vec2(base) + (fine - 1.) / 2.;
  for (int r = 1; r <= rings && e < 1.; r++)
    for (int n = 0; n < 8; n++){ float s = weight(h, w(ivec2(round(middle + WAYS[n] * (float(r) - (fine - 1.) / 2.)))));
      if (s > 0.) e = max(e, clamp((pen * s - float(r)) / fine + (s == .74 ? .5 : .58), 0., 1.) * (h.a >= 2304u && s < .61 ? .7 : 1.)); }
  o = vec4(mix(sum, line, e), 1); }`]

/** A target whose edge does not jump from vertex to vertex. */
const calmed = ({ around }, values) => { for (let i = 0; i < EDGE; i++) values = smoothed(around, values, 1); return values }

/** Lowest and highest of the first or second of four numbers a corner, in pixels of `size`, with a rim. */
function span(lists, k, size, rim) {
  let low = 1, high = -1
  for (const list of lists) for (let i = k; i < list.length; i += 4) { low = Math.min(low, list[i]); high = Math.max(high, list[i]) }
  low = Math.floor((low + 1) / 2 * size - rim)
  return [low, Math.max(0, Math.ceil((high + 1) / 2 * size + rim) - low)]
}

let shared = null

/** The page's one stage; null where WebGL2 does not run. */
export function stage() {
  shared ??= new Stage()
  return shared.gl ? shared : null
}

class Stage {
  constructor() {
    this.canvas = document.createElement("canvas")
    this.gl = this.canvas.getContext("webgl2", { antialias: false, alpha: false, preserveDrawingBuffer: true })
    this.back = new Set()
    if (!this.gl) return
    this.canvas.addEventListener("webglcontextlost", event => event.preventDefault())
    this.canvas.addEventListener("webglcontextrestored", () => { this.begin(); this.back.forEach(draw => draw()) })
    this.begin()
  }

  begin() {
    const gl = this.gl
    this.looks = new Map()
    this.programs = { body: this.program(BODY), flat: this.program(FLAT), ink: this.program(INK) }
    this.frame = gl.createFramebuffer()
    this.corner = this.filled(new Float32Array([-1, -1, 0, 1, 3, -1, 0, 1, -1, 3, 0, 1]))
    this.loose = gl.createBuffer()
    this.index = gl.createBuffer()
    this.wide = this.high = 0
    this.colours = this.places = this.depth = null
  }

  program(texts) {
    const gl = this.gl, made = gl.createProgram(), places = new Map()
    texts.forEach((text, n) => {
      const shader = gl.createShader(n ? gl.FRAGMENT_SHADER : gl.VERTEX_SHADER)
      gl.shaderSource(shader, HEAD + text)
      gl.compileShader(shader)
      gl.attachShader(made, shader)
    })
    gl.linkProgram(made)
    if (!gl.getProgramParameter(made, gl.LINK_STATUS) && !gl.isContextLost()) throw new Error(gl.getProgramInfoLog(made))
    return { made, at: name => { if (!places.has(name)) places.set(name, gl.getUniformLocation(made, name)); return places.get(name) } }
  }

  texture() {
    const gl = this.gl, made = gl.createTexture()
    gl.bindTexture(gl.TEXTURE_2D, made)
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST)
    return made
  }

  filled(data, buffer = this.gl.createBuffer(), kind = this.gl.ARRAY_BUFFER) {
    this.gl.bindBuffer(kind, buffer)
    this.gl.bufferData(kind, data, this.gl.DYNAMIC_DRAW)
    return buffer
  }

  /** Takes a program with its inputs in turn, four numbers each, and some of its settings. */
  use(program, inputs, settings) {
    const gl = this.gl
    gl.useProgram(program.made)
    for (let at = 0; at < INPUTS; at++) {
      if (!inputs[at]) { gl.disableVertexAttribArray(at); continue }
      gl.bindBuffer(gl.ARRAY_BUFFER, inputs[at])
      gl.enableVertexAttribArray(at)
      gl.vertexAttribPointer(at, 4, gl.FLOAT, false, 0, 0)
    }
    this.set(program, settings)
  }

  set(program, settings) {
    for (const [name, value] of Object.entries(settings)) this.gl[`uniform${value.length ?? 1}fv`](program.at(name), value.length ? value : [value])
  }

  /** Room for a picture of so many pixels with `fine` samples along each of a pixel's sides. */
  size(across, down, fine) {
    const wide = across * fine, high = down * fine
    if (wide === this.wide && high === this.high && fine === this.fine) return
    const gl = this.gl
    Object.assign(this, { wide, high, fine })
    Object.assign(this.canvas, { width: across, height: down })
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.frame)
    const target = (slot, inner, format, type) => {
      const made = this.texture()
      gl.texImage2D(gl.TEXTURE_2D, 0, inner, wide, high, 0, format, type, null)
      gl.framebufferTexture2D(gl.FRAMEBUFFER, slot, gl.TEXTURE_2D, made, 0)
      return made
    }
    for (const old of [this.colours, this.places]) if (old) gl.deleteTexture(old)
    if (this.depth) gl.deleteRenderbuffer(this.depth)
    this.colours = target(gl.COLOR_ATTACHMENT0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE)
    this.places = target(gl.COLOR_ATTACHMENT1, gl.RGBA16UI, gl.RGBA_INTEGER, gl.UNSIGNED_SHORT)
    this.depth = gl.createRenderbuffer()
    gl.bindRenderbuffer(gl.RENDERBUFFER, this.depth)
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.DEPTH24_STENCIL8, wide, high)
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.DEPTH_STENCIL_ATTACHMENT, gl.RENDERBUFFER, this.depth)
  }

  /** What stays of a scene's person: rest place and field; target, gap and limb; between which fibres it lies. */
  look(scene) {
    if (!this.looks.has(scene)) {
      const { body, figure } = scene, four = (...own) => this.filled(Float32Array.from({ length: body.count * 4 }, (_, i) => own[i & 3](i >> 2)))
      const [works, others] = [figure.works, figure.others].map(values => values ? calmed(body, Float32Array.from(values, value => value / 255)) : [])
      this.looks.set(scene, [
        this.filled(new Float32Array(body.count * 4)),
        four(v => body.rest[v * 3], v => body.rest[v * 3 + 1], v => body.rest[v * 3 + 2], v => body.field[v]),
        four(v => works[v] ?? 0, v => others[v] ?? 0, v => body.gap[v], v => body.limb[v]),
        four(v => (figure.grain?.[v] ?? 0) / GRAIN, () => 0, () => 0, () => 0),
      ])
    }
    return this.looks.get(scene)
  }

  /** Frees what is kept for a scene. */
  forget(scene) {
    for (const buffer of this.looks.get(scene) ?? []) this.gl.deleteBuffer(buffer)
    this.looks.delete(scene)
  }

  /** Draws one moment of a scene into `canvas`, a 2D one, in the colours of `ink`. */
  draw(scene, moment, view, canvas, ink, fine = 2, share = 1) {
    const gl = this.gl
    if (gl.isContextLost()) return
    share = Math.min(share, Math.sqrt(MOST / (canvas.width * canvas.height)))
    this.size(Math.round(canvas.width * share), Math.round(canvas.height * share), fine)
    const shape = scene.shape(moment, view)
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.frame)
    this.into(true)
    gl.viewport(0, 0, this.wide, this.high)
    gl.clearBufferfv(gl.COLOR, 0, [...ink.paper, 1])
    gl.clearBufferuiv(gl.COLOR, 1, [0, 0, 0, 0])
    gl.clearBufferfi(gl.DEPTH_STENCIL, 0, 1, 0)
    gl.enable(gl.DEPTH_TEST)
    this.things(shape.things, ink)
    for (const [at, tone, share] of shape.flats) this.over(at, [...ink[tone], share])
    this.person(scene, shape, moment.lit, ink, this.pen(view))
    if (moment.lit) this.over(shape.pull, [...ink.fibre, moment.lit])
    this.over(shape.strand, [1, 1, 1, STRAND])
    this.over(shape.lines, [...ink.line, 1])
    this.lines(canvas, view, ink, [shape.at, ...shape.things.map(thing => thing.at), ...shape.flats.map(flat => flat[0])])
  }

  /** Half the width of an outline, in samples. */
  pen(view) { return Math.max(1, view.pen * this.wide / 2) }

  /** Draws into colours, and into regions or not. */
  into(regions) { this.gl.drawBuffers([this.gl.COLOR_ATTACHMENT0, regions ? this.gl.COLOR_ATTACHMENT1 : this.gl.NONE]) }

  things(things, ink) {
    let id = FIRST_THING
    for (const { at, groups, tones } of things) {
      this.use(this.programs.flat, [this.filled(new Float32Array(at), this.loose)], {})
      groups.reduce((from, few, group) => {
        this.set(this.programs.flat, { ink: [...ink[tones[group]] ?? ink.prop, 1], id: id++ })
        this.gl.drawArrays(this.gl.TRIANGLES, from, few * 3)
        return from + few * 3
      }, 0)
    }
  }

  person(scene, { at, parts, lifts, contact, side }, lit, ink, pen) {
    const gl = this.gl, program = this.programs.body, [own, ...rest] = this.look(scene)
    gl.enable(gl.STENCIL_TEST)
    gl.stencilFunc(gl.EQUAL, 0, 255)
    gl.stencilOp(gl.KEEP, gl.KEEP, gl.INCR)
    this.over(contact, [...ink.shade, CONTACT])
    gl.disable(gl.STENCIL_TEST)
    this.use(program, [this.filled(at, own), ...rest], { lit, side, farShare: scene.body.farShare, worksInk: ink.target, othersInk: ink["target-pale"], fibre: ink.fibre, shade: ink.shade, pen, hatch: ink.hatch })
    for (const material of FRONT_FIRST) {
      this.set(program, { material, lift: lifts[material], fill: ink.person[material], far: ink.away[material] })
      this.filled(parts[material], this.index, gl.ELEMENT_ARRAY_BUFFER)
      gl.drawElements(gl.TRIANGLES, parts[material].length, gl.UNSIGNED_SHORT, 0)
    }
  }

  /** Lays a colour over what is there, and leaves regions alone. */
  over(at, colour) {
    const gl = this.gl
    if (!at.length) return
    this.into(false)
    gl.enable(gl.BLEND)
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ZERO, gl.ONE)
    gl.depthMask(false)
    this.use(this.programs.flat, [this.filled(new Float32Array(at), this.loose)], { ink: colour })
    gl.drawArrays(gl.TRIANGLES, 0, at.length / 4)
    gl.depthMask(true)
    gl.disable(gl.BLEND)
    this.into(true)
  }

  /** Draws lines where the corners of anything are; elsewhere is paper. */
  lines(canvas, view, ink, corners) {
    const gl = this.gl, program = this.programs.ink, pen = this.pen(view), [[left, wide], [low, high]] = ["width", "height"].map((side, k) => span(corners, k, this.canvas[side], pen + 1))
    gl.bindFramebuffer(gl.FRAMEBUFFER, null)
    gl.viewport(0, 0, this.canvas.width, this.canvas.height)
    gl.clearBufferfv(gl.COLOR, 0, [...ink.paper, 1])
    gl.disable(gl.DEPTH_TEST)
    gl.enable(gl.SCISSOR_TEST)
    gl.scissor(left, low, wide, high)
    ;[this.colours, this.places].forEach((texture, n) => { gl.activeTexture(gl.TEXTURE0 + n); gl.bindTexture(gl.TEXTURE_2D, texture) })
    this.use(program, [this.corner], { line: ink.line, size: [this.wide, this.high], fine: this.fine, pen })
    gl.uniform1i(program.at("places"), 1)
    gl.drawArrays(gl.TRIANGLES, 0, 3)
    gl.disable(gl.SCISSOR_TEST)
    canvas.getContext("2d").drawImage(this.canvas, 0, 0, canvas.width, canvas.height)
  }
}
