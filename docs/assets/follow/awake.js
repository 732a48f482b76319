/** Keeps the screen lit while it is wanted; a device that refuses is told of, and the run goes on. */
export class Awake {
  /** `tell` hears whether the screen stays lit, whenever that changes. */
  constructor(tell) {
    this.tell = tell
    this.wanted = false
    this.onVisible = () => document.visibilityState === "visible" && this.wanted && this.ask()
    document.addEventListener("visibilitychange", this.onVisible)
  }

  want() {
    this.wanted = true
    return this.ask()
  }

  // The wish is kept apart from the lock, which the browser takes away whenever the page is hidden.
  async ask() {
    if (this.lock && !this.lock.released || this.asking) return
    this.asking = true
    try {
      this.lock = await navigator.wakeLock.request("screen")
      if (!this.wanted) await this.drop()
      this.tell(true)
    } catch {
      this.tell(false)
    } finally {
      this.asking = false
    }
  }

  /** Lets the screen go dark again, as in a pause. */
  letGo() {
    this.wanted = false
    return this.drop()
  }

  async drop() {
    const { lock } = this
    this.lock = null
    await lock?.release().catch(() => {})
  }

  close() {
    document.removeEventListener("visibilitychange", this.onVisible)
    return this.letGo()
  }
}
