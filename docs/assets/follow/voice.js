/** Says short phrases. No queue, no pause: each phrase takes the last one's place, and one that hangs is given up. */
const SIGNS_A_SECOND = 12
const PATIENCE = 1.5
const LEAST = 2 // seconds
/** Voices that a device brings as a last resort. */
const ROBOTS = /espeak|eloquence|^(albert|bad news|bahh|bells|boing|bubbles|cellos|eddy|flo|fred|grandma|grandpa|good news|jester|organ|ralph|reed|rocko|sandy|shelley|superstar|trinoids|whisper|wobble|zarvox)/i

const language = () => document.documentElement.lang || "en"
const tagOf = voice => voice.lang.replace("_", "-")

/** The voices for the page's language: those of its own region first, then those of the device, and no robots. */
export function voices() {
  const all = self.speechSynthesis?.getVoices() ?? []
  const ours = all.filter(each => tagOf(each).split("-")[0] === language().split("-")[0])
  const good = ours.filter(each => !ROBOTS.test(each.name) && !ROBOTS.test(each.voiceURI))
  const rank = each => 2 * Number(tagOf(each).startsWith(language())) + Number(each.localService)
  return (good.length ? good : ours).sort((one, other) => rank(other) - rank(one))
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
