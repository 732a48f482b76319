/* Draws films with one WebGL2 context for a whole page: flat colours with region and rest place, then lines where these jump. */
import { smoothed } from "./film.js"
import { bones, mixed } from "./posing.js"

const LIFT = [0, 0.012, 0.006, 0.004], MOST = 1.5e6, EDGE = 3
const HEAD = "#version 300 es\nprecision highp float; precision highp int;\n"
const EYE = "uniform mat3 axes; uniform vec3 window; uniform float aspect, mirror; vec4 seen(vec3 s, float lift){ vec3 e = axes * s; return vec4((e.xy - window.xy) * window.z * vec2(1, aspect), -(e.z + lift) * .2, 1); }\n"
const BODY = [`${HEAD}${EYE}
in vec3 rest, missA, missB, normal; in vec4 joint, share; in float field, gap, works, others, limb;
uniform sampler2D bones; uniform float t, lift, floored;
out vec3 vRest, vNormal; out vec2 vTarget; out float vField, vLimb; flat out float vGap;
void main(){ vec4 p = vec4(rest + mix(missA, missB, t), 1); vec3 s = vec3(0), n = vec3(0);
  for (int k = 0; k < 4; k++){ int j = int(joint[k] + .5); for (int r = 0; r < 3; r++){ vec4 m = texelFetch(bones, ivec2(r, j), 0); s[r] += share[k] * dot(m, p); n[r] += share[k] * dot(m.xyz, normal); } }
  s.x *= mirror; n.x *= mirror; vField = field;
  if (floored > 0.){ vField = min(field, .035 - s.y); s.y = .0015; }
  vRest = rest; vNormal = n; vTarget = vec2(works, others); vGap = gap; vLimb = limb; gl_Position = seen(s, lift); }`,
`${HEAD}in vec3 vRest, vNormal; in vec2 vTarget; in float vField, vLimb; flat in float vGap;
uniform vec3 fill, far, worksInk, othersInk, fibre, shade; uniform float material, lit, side, farShare, floored; uniform mat3 axes;
layout(location=0) out vec4 colour; layout(location=1) out vec4 place;
vec3 marked(vec3 c, float v, vec3 ink){ float w = fwidth(v) * 1.2; c = mix(c, ink, smoothstep(.5 - w, .5 + w, v) * .9 * lit); return mix(c, fibre, lit * (1. - smoothstep(w, w * 2.2, abs(v - .5))) * step(.02, v)); }
void main(){ if (vField < 0.) discard;
  if (floored > 0.){ colour = vec4(shade, .13); return; }
  bool away = side * vLimb < -farShare; vec3 c = away ? far : fill;
  c = marked(marked(c, vTarget.y, othersInk), vTarget.x, worksInk);
  vec3 e = axes * normalize(vNormal); float d = dot(e, normalize(vec3(-.45, .75, .5)));
  colour = vec4(mix(c, shade, .09 * smoothstep(-.12, -.22, d)), 1); place = vec4(vRest, material + 1. + clamp(vGap * 10., .01, .9)); }`]
const SOLID = [`${HEAD}${EYE}in vec3 a, b; uniform float t; void main(){ vec3 s = mix(a, b, t); s.x *= mirror; gl_Position = seen(s, -.0015); }`,
  `${HEAD}uniform vec3 fill; uniform float id; layout(location=0) out vec4 colour; layout(location=1) out vec4 place; void main(){ colour = vec4(fill, 1); place = vec4(0, 0, 0, id); }`]
const PEN = [`${HEAD}${EYE}in vec3 at; void main(){ gl_Position = seen(at, .012); }`, `${HEAD}uniform vec4 ink; layout(location=0) out vec4 colour; void main(){ colour = ink; }`]
const INK = [`${HEAD}in vec2 at; void main(){ gl_Position = vec4(at, 0, 1); }`,
`${HEAD}uniform sampler2D colours, places; uniform vec3 line, paper; uniform ivec2 size; uniform int fine; uniform float pen; out vec4 o;
const vec2 WAYS[8] = vec2[8](vec2(1, 0), vec2(.707, .707), vec2(0, 1), vec2(-.707, .707), vec2(-1, 0), vec2(-.707, -.707), vec2(0, -1), vec2(.707, -.707));
vec4 w(ivec2 p){ return texelFetch(places, clamp(p, ivec2(0), size - 1), 0); }
float weight(vec4 a, vec4 b){ float i = floor(a.a), j = floor(b.a);
  if (i != j) return i > 8. && j > 8. || i > 8. && j < 1. || j > 8. && i < 1. ? .6 : i > .5 && i < 8. && j > .5 && j < 8. ? .64 : 1.;
  if (i < .5 || i > 8.) return 0.; return distance(a.xyz, b.xyz) > max(fract(a.a), fract(b.a)) * .1 ? .74 : 0.; }
bool flatHere(ivec2 p, vec4 h){ int far = int(ceil(pen)) + 1; float i = floor(h.a); bool person = i > .5 && i < 8.;
  for (int n = 0; n < 4; n++){ vec4 o = w(p + ivec2(n & 1, n >> 1) * 2 * far - far); if (floor(o.a) != i || person && weight(h, o) > 0.) return false; }
  return true; }
void main(){ vec3 sum = vec3(0); ivec2 base = ivec2(gl_FragCoord.xy) * fine; vec4 first = w(base);
  if (flatHere(base, first)){ o = vec4(first.a > .5 ? texelFetch(colours, base, 0).rgb : paper, 1); return; }
  for (int k = 0; k < fine * fine; k++){ ivec2 p = base + ivec2(k % fine, k / fine); vec4 h = w(p); float e = 0.;
    vec3 c = h.a > .5 ? texelFetch(colours, clamp(p, ivec2(0), size - 1), 0).rgb : paper;
    for (int r = 1; r <= 3 && e < 1.; r++){ float far = pen * float(r) / 3.;
      for (int n = 0; n < 8; n++){ float s = weight(h, w(p + ivec2(round(WAYS[n] * max(far, 1.)))));
        if (s > 0. && far <= pen * s + .01) e = max(e, floor(h.a) > 8. && s < .61 ? .7 : 1.); } }
    sum += mix(c, line, e); }
  o = vec4(sum / float(fine * fine), 1); }`]

/** A target whose edge does not jump from vertex to vertex. */
const calmed = ({ around }, values) => { for (let i = 0; i < EDGE; i++) values = smoothed(around, values, 1); return values }

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
    gl.getExtension("EXT_color_buffer_float") ?? gl.getExtension("EXT_color_buffer_half_float")
    this.bodies = new Map()
    this.programs = Object.fromEntries(Object.entries({ body: BODY, solid: SOLID, pen: PEN, ink: INK }).map(([name, texts]) => [name, this.program(...texts)]))
    this.frame = gl.createFramebuffer()
    this.bones = this.texture()
    this.corner = gl.createBuffer()
    this.bend(this.corner, new Float32Array([-1, -1, 3, -1, -1, 3]))
    this.strokes = gl.createBuffer()
    this.wide = this.high = 0
  }

  program(...texts) {
    const gl = this.gl, made = gl.createProgram()
    texts.forEach((text, n) => {
      const shader = gl.createShader(n ? gl.FRAGMENT_SHADER : gl.VERTEX_SHADER)
      gl.shaderSource(shader, text)
      gl.compileShader(shader)
      gl.attachShader(made, shader)
    })
    gl.linkProgram(made)
    if (!gl.getProgramParameter(made, gl.LINK_STATUS) && !gl.isContextLost()) throw new Error(gl.getProgramInfoLog(made) + gl.getShaderInfoLog(gl.getAttachedShaders(made)[1]))
    const places = new Map()
    return { made, at: name => { if (!places.has(name)) places.set(name, gl.getUniformLocation(made, name)); return places.get(name) } }
  }

  texture() {
    const gl = this.gl, made = gl.createTexture()
    gl.bindTexture(gl.TEXTURE_2D, made)
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST)
    return made
  }

  bend(buffer, data) {
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, buffer)
    this.gl.bufferData(this.gl.ARRAY_BUFFER, data, this.gl.DYNAMIC_DRAW)
    return buffer
  }

  buffer(data) { return this.bend(this.gl.createBuffer(), data) }

  feed(program, name, buffer, size) {
    const gl = this.gl, at = gl.getAttribLocation(program.made, name)
    if (at < 0) return
    if (!buffer) { gl.disableVertexAttribArray(at); gl.vertexAttrib1f(at, 0); return }
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
    gl.enableVertexAttribArray(at)
    gl.vertexAttribPointer(at, size, gl.FLOAT, false, 0, 0)
  }

  /** Room for a picture of so many pixels with `fine` samples along each of a pixel's sides. */
  size(across, down, fine) {
    const wide = across * fine, high = down * fine
    if (wide === this.wide && high === this.high && fine === this.fine) return
    const gl = this.gl
    Object.assign(this, { wide, high, fine })
    Object.assign(this.canvas, { width: across, height: down })
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.frame)
    const target = (slot, inner, type) => {
      const made = this.texture()
      gl.texImage2D(gl.TEXTURE_2D, 0, inner, wide, high, 0, gl.RGBA, type, null)
      gl.framebufferTexture2D(gl.FRAMEBUFFER, slot, gl.TEXTURE_2D, made, 0)
      return made
    }
    for (const old of [this.colours, this.places]) if (old) gl.deleteTexture(old)
    if (this.depth) gl.deleteRenderbuffer(this.depth)
    this.colours = target(gl.COLOR_ATTACHMENT0, gl.RGBA8, gl.UNSIGNED_BYTE)
    this.places = target(gl.COLOR_ATTACHMENT1, gl.RGBA16F, gl.HALF_FLOAT)
    this.depth = gl.createRenderbuffer()
    gl.bindRenderbuffer(gl.RENDERBUFFER, this.depth)
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.DEPTH24_STENCIL8, wide, high)
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.DEPTH_STENCIL_ATTACHMENT, gl.RENDERBUFFER, this.depth)
  }

  /** Buffers of a body, and of a film on it. */
  ready(body) {
    if (!this.bodies.has(body)) {
      const gl = this.gl, index = gl.createBuffer(), parts = []
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, index)
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, Uint16Array.from(body.parts.flatMap(part => [...part])), gl.STATIC_DRAW)
      body.parts.reduce((from, part) => { parts.push([from * 2, part.length]); return from + part.length }, 0)
      const own = { rest: 3, normal: 3, share: 4, field: 1, gap: 1, limb: 1 }
      const feeds = Object.entries(own).map(([name, size]) => [name, this.buffer(body[name]), size])
      this.bodies.set(body, { index, parts, films: new Map(), feeds: [...feeds, ["joint", this.buffer(Float32Array.from(body.joint)), 4]] })
    }
    return this.bodies.get(body)
  }

  film(scene) {
    const { films } = this.ready(scene.body), part = values => values && this.buffer(calmed(scene.body, Float32Array.from(values, value => value / 255)))
    if (!films.has(scene)) films.set(scene, { misses: [], works: part(scene.figure.works), others: part(scene.figure.others), things: scene.figure.things.map(() => []) })
    return films.get(scene)
  }

  /** Frees what is kept for a scene. */
  forget(scene) {
    const films = this.bodies.get(scene.body)?.films, { misses = [], works, others, things = [] } = films?.get(scene) ?? {}
    for (const buffer of [...misses, works, others, ...things.flat()]) if (buffer) this.gl.deleteBuffer(buffer)
    films?.delete(scene)
  }

  /** Draws one moment of a scene into `canvas`, a 2D one, in the colours of `ink`. */
  draw(scene, moment, view, canvas, ink, fine = 2) {
    const gl = this.gl
    if (gl.isContextLost()) return
    const share = Math.min(1, Math.sqrt(MOST / (canvas.width * canvas.height)))
    this.size(Math.round(canvas.width * share), Math.round(canvas.height * share), fine)
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.frame)
    gl.drawBuffers([gl.COLOR_ATTACHMENT0, gl.COLOR_ATTACHMENT1])
    gl.viewport(0, 0, this.wide, this.high)
    gl.clearBufferfv(gl.COLOR, 0, [...ink.paper, 1])
    gl.clearBufferfv(gl.COLOR, 1, [0, 0, 0, 0])
    gl.clearBufferfi(gl.DEPTH_STENCIL, 0, 1, 0)
    gl.enable(gl.DEPTH_TEST)
    const pose = mixed(scene.figure, moment.one, moment.other, moment.share), moved = bones(scene.body, pose)
    gl.activeTexture(gl.TEXTURE0)
    gl.bindTexture(gl.TEXTURE_2D, this.bones)
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, 3, moved.length / 12, 0, gl.RGBA, gl.FLOAT, moved)
    this.things(scene, moment, view, ink)
    this.person(scene, moment, view, ink, moved)
    this.face(scene, moment, view, ink, moved)
    this.lines(canvas, view, ink)
  }

  use(program, view) {
    const gl = this.gl
    gl.useProgram(program.made)
    gl.uniformMatrix3fv(program.at("axes"), false, view.axes)
    gl.uniform3fv(program.at("window"), view.window)
    gl.uniform1f(program.at("aspect"), this.wide / this.high)
    gl.uniform1f(program.at("mirror"), view.mirror)
    return program
  }

  things(scene, moment, view, ink) {
    const gl = this.gl, program = this.use(this.programs.solid, view), film = this.film(scene)
    let id = 10
    gl.uniform1f(program.at("t"), moment.share)
    scene.figure.things.forEach((thing, n) => {
      const corners = k => film.things[n][thing.moves ? k : 0] ??= this.buffer(Float32Array.from({ length: thing.faces.length * 3 }, (_, i) => thing.corners[thing.moves ? k : 0][thing.faces[Math.floor(i / 3)] * 3 + i % 3]))
      this.feed(program, "a", corners(moment.one), 3)
      this.feed(program, "b", corners(moment.other), 3)
      let from = 0
      thing.groups.forEach((few, group) => {
        gl.uniform3fv(program.at("fill"), ink[thing.tones[group]] ?? ink.prop)
        gl.uniform1f(program.at("id"), id++)
        if (!scene.hides(thing, view)) gl.drawArrays(gl.TRIANGLES, from, few * 3)
        from += few * 3
      })
    })
  }

  person(scene, moment, view, ink, moved) {
    const gl = this.gl, program = this.use(this.programs.body, view), { index, parts, feeds } = this.ready(scene.body), film = this.film(scene)
    const miss = k => film.misses[k] ??= this.buffer(scene.miss(k))
    for (const [name, buffer, size] of [...feeds, ["missA", miss(moment.one), 3], ["missB", miss(moment.other), 3], ["works", film.works, 1], ["others", film.others, 1]]) this.feed(program, name, buffer, size)
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, index)
    const sideways = view.toward[0] * moved[0] * view.mirror + view.toward[1] * moved[4] + view.toward[2] * moved[8]
    const own = { t: moment.share, lit: moment.lit, side: Math.abs(sideways) < 0.8 ? 0 : Math.sign(sideways), farShare: scene.body.farShare }
    for (const [name, value] of Object.entries(own)) gl.uniform1f(program.at(name), value)
    for (const [name, key] of Object.entries({ worksInk: "target", othersInk: "target-pale", fibre: "fibre", shade: "shade" })) gl.uniform3fv(program.at(name), ink[key])
    const paint = floored => parts.forEach(([from, count], material) => {
      gl.uniform1f(program.at("floored"), floored)
      gl.uniform1f(program.at("material"), material)
      gl.uniform1f(program.at("lift"), LIFT[material])
      gl.uniform3fv(program.at("fill"), ink.person[material])
      gl.uniform3fv(program.at("far"), ink.away[material])
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, from)
    })
    this.over(() => { gl.enable(gl.STENCIL_TEST); gl.stencilFunc(gl.EQUAL, 0, 255); gl.stencilOp(gl.KEEP, gl.KEEP, gl.INCR); gl.depthMask(false); paint(1); gl.depthMask(true); gl.disable(gl.STENCIL_TEST) })
    paint(0)
  }

  /** Lays colour over what is there, and leaves regions alone. */
  over(paint) {
    const gl = this.gl
    gl.drawBuffers([gl.COLOR_ATTACHMENT0, gl.NONE])
    gl.enable(gl.BLEND)
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ZERO, gl.ONE)
    paint()
    gl.disable(gl.BLEND)
    gl.drawBuffers([gl.COLOR_ATTACHMENT0, gl.COLOR_ATTACHMENT1])
  }

  face(scene, moment, view, ink, moved) {
    const gl = this.gl, { lines, strands } = scene.strokes(moment, view, moved)
    const program = this.use(this.programs.pen, view)
    this.over(() => [[strands, [1, 1, 1, 0.4]], [lines, [...ink.line, 1]]].forEach(([points, colour]) => {
      this.feed(program, "at", this.bend(this.strokes, new Float32Array(points)), 3)
      gl.uniform4fv(program.at("ink"), colour)
      gl.drawArrays(gl.TRIANGLES, 0, points.length / 3)
    }))
  }

  lines(canvas, view, ink) {
    const gl = this.gl, program = this.programs.ink
    gl.bindFramebuffer(gl.FRAMEBUFFER, null)
    gl.viewport(0, 0, this.canvas.width, this.canvas.height)
    gl.disable(gl.DEPTH_TEST)
    gl.useProgram(program.made)
    ;[this.colours, this.places].forEach((texture, n) => { gl.activeTexture(gl.TEXTURE0 + n); gl.bindTexture(gl.TEXTURE_2D, texture) })
    gl.uniform1i(program.at("colours"), 0)
    gl.uniform1i(program.at("places"), 1)
    gl.uniform3fv(program.at("line"), ink.line)
    gl.uniform3fv(program.at("paper"), ink.paper)
    gl.uniform2i(program.at("size"), this.wide, this.high)
    gl.uniform1i(program.at("fine"), this.fine)
    gl.uniform1f(program.at("pen"), Math.max(1, view.pen * this.wide / 2))
    this.feed(program, "at", this.corner, 2)
    gl.drawArrays(gl.TRIANGLES, 0, 3)
    canvas.getContext("2d").drawImage(this.canvas, 0, 0, canvas.width, canvas.height)
  }
}
