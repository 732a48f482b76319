/** Short sounds, made on the spot, so that music on the same device plays on. */
const SOUNDS = {
  // [Hz, seconds from now, seconds long, loudness]
  count: [[880, 0, 0.09, 0.5]],
  ready: [[523, 0, 0.25, 0.7]],
  go: [[784, 0, 0.6, 1]],
  back: [[523, 0, 0.5, 0.9]],
  change: [[659, 0, 0.25, 0.9], [523, 0.22, 0.4, 0.9]],
  half: [[659, 0, 0.15, 0.6], [659, 0.2, 0.25, 0.6]],
  rest: [[392, 0, 0.9, 0.9]],
  end: [[523, 0, 0.3, 0.9], [659, 0.25, 0.3, 0.9], [784, 0.5, 0.9, 1]],
}
const BY_KIND = { read: "rest", ready: "ready", in: "count", hold: "go", out: "back", move: "count", change: "change", rest: "rest" }
/** ms after which an audio clock that stands still is taken for dead. */
const DEAD_AFTER = 400

/** The sound of a moment of a run. */
export const soundOf = moment => moment.kind === "start" ? BY_KIND[moment.cue.kind] : moment.kind

export class Bell {
  constructor(volume) {
    this.volume = volume
  }

  /** Gets the sound going; a browser allows it only while the reader taps. */
  wake() {
    if (!self.AudioContext) return
    if (navigator.audioSession) navigator.audioSession.type = "transient"
    if (this.context && this.context.state !== "closed") return void this.revive(this.context)
    this.context = new AudioContext()
    this.context.resume().catch(() => {})
  }

  // A phone that was locked says "interrupted", or "running" while its clock stands still.
  revive(context) {
    const before = context.currentTime
    if (context.state !== "running") context.resume().catch(() => {})
    setTimeout(() => {
      if (this.context !== context || context.currentTime > before) return
      context.close().catch(() => {})
      this.context = null
    }, DEAD_AFTER)
  }

  get ready() {
    return this.context?.state === "running"
  }

  /** Plays a sound by its name. Never throws: a run goes on without a bell. */
  play(name) {
    if (!this.ready || !this.volume) return false
    for (const note of SOUNDS[name] ?? []) this.note(...note)
    return true
  }

  note(pitch, from, long, loud) {
    const { context } = this
    const [tone, gain] = [context.createOscillator(), context.createGain()]
    const start = context.currentTime + from
    tone.frequency.value = pitch
    gain.gain.setValueAtTime(0, start)
    gain.gain.linearRampToValueAtTime(this.volume * loud, start + 0.01)
    gain.gain.exponentialRampToValueAtTime(0.001, start + long)
    tone.connect(gain).connect(context.destination)
    tone.start(start)
    tone.stop(start + long)
  }

  close() {
    this.context?.close().catch(() => {})
    this.context = null
  }
}
