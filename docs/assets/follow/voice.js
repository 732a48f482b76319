/** Says short phrases. No queue, no pause: each phrase takes the last one's place, and one that hangs is given up. */
const SIGNS_A_SECOND = 12
const PATIENCE = 1.5
const LEAST = 2 // seconds
/** Voices that a device brings as a last resort. */
const ROBOTS = /espeak|eloquence|^(albert|bad news|bahh|bells|boing|bubbles|cellos|eddy|flo|fred|grandma|grandpa|good news|jester|organ|ralph|reed|rocko|sandy|shelley|superstar|trinoids|whisper|wobble|zarvox)/i

const language = () => document.documentElement.lang || "en"

/** The voices for the page's language: those of the device before those that need the network, robots last. */
export function voices() {
  const all = self.speechSynthesis?.getVoices() ?? []
  const ours = all.filter(each => each.lang.replace("_", "-").startsWith(language()))
  const good = ours.filter(each => !ROBOTS.test(each.name) && !ROBOTS.test(each.voiceURI))
  return (good.length ? good : ours).sort((one, other) => Number(other.localService) - Number(one.localService))
}

export class Voice {
  constructor(volume, name) {
    this.volume = volume
    this.name = name
  }

  /** Gets the voice going; an iPhone allows it only while the reader taps. */
  wake() {
    this.say("")
  }

  /** Whether this device has a voice at all; browsers may find out late. */
  get ready() {
    return voices().length > 0
  }

  say(words) {
    const speech = self.speechSynthesis
    if (!speech || !this.volume) return
    this.hush()
    const phrase = new SpeechSynthesisUtterance(words)
    const voice = voices().find(each => each.name === this.name) ?? voices()[0]
    if (voice) phrase.voice = voice
    phrase.lang = voice?.lang ?? language()
    phrase.volume = this.volume
    speech.speak(phrase)
    // Chrome may hang without an error, and then no phrase is heard any more.
    this.watchdog = setTimeout(() => speech.cancel(), 1000 * PATIENCE * Math.max(LEAST, words.length / SIGNS_A_SECOND))
    phrase.onend = () => clearTimeout(this.watchdog)
  }

  hush() {
    clearTimeout(this.watchdog)
    if (self.speechSynthesis?.speaking || self.speechSynthesis?.pending) speechSynthesis.cancel()
  }
}
