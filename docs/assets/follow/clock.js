/** Where a run stands. It is asked the time and never counts: a tab that slept wakes up at the moment that is due. */
export class Clock {
  /** `now` tells the time in ms; `kept` is what `kept` of an earlier clock said. */
  constructor(now = Date.now, kept = { at: 0, since: null }) {
    this.now = now
    this.at = kept.at
    this.since = kept.since
  }

  /** Seconds into the run. */
  get position() {
    return this.since === null ? this.at : this.at + (this.now() - this.since) / 1000
  }

  get running() {
    return this.since !== null
  }

  /** All that has to be kept for the clock to go on after a reload. */
  get kept() {
    return { at: this.at, since: this.since }
  }

  go() {
    if (!this.running) this.since = this.now()
  }

  pause() {
    this.at = this.position
    this.since = null
  }

  /** Goes on from another moment, running or not as before. */
  jump(position) {
    this.at = Math.max(0, position)
    if (this.running) this.since = this.now()
  }
}
