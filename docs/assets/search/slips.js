/* Slips of the finger: corrects words against the site's own, and leaves good English alone. */

import { plural, stem } from "./fold.js"
import { tongue } from "./tongue.js"

/** How often a word stands at least if it stands in a name. */
const NAMED = 3

/** The cost of one slip of the finger in a word that stands in a name. */
const ONE_SLIP = 1

/** What sounding alike is worth, in keystrokes. */
const ALIKE = 0.9
const ALIKE_SHORT = 0.6

/** Whether a stem is a word by itself: "march" of marching is one, "fac" of facing has lost its e. */
function whole(stem) {
  return /([^aeiouy]{2}|[aeiouy]{2}[^aeiouy]|[aeiouy])$/.test(stem)
}

/** How a word sounds, near enough: "siatica" and "sciatica" sound the same; in English alone. */
export function sound(word) {
  if (!tongue.english) return word
  return word
    .replace(/^kn|^gn|^pn/, "n").replace(/^wr/, "r").replace(/^ps/, "s").replace(/ph/g, "f").replace(/mb$/, "m")
    .replace(/tch/g, "C").replace(/sch/g, "sk").replace(/ch/g, "C").replace(/sh/g, "S").replace(/[st]ion/g, "Sn")
    .replace(/sc(?=[eiy])/g, "s").replace(/c(?=[eiy])/g, "s").replace(/ck|[cq]/g, "k").replace(/x/g, "ks").replace(/z/g, "s")
    .replace(/gh/g, "").replace(/dg(?=e)|g(?=[ei])/g, "j").replace(/^[aeiouy]+/, "A").replace(/(.)[aeiouyhw]+/g, "$1")
    .replace(/(.)\1+/g, "$1")
}

/** Keystrokes between two words; neighbours that changed places count one. Gives up above `most`. */
export function distance(one, two, most) {
  if (Math.abs(one.length - two.length) > most) return most + 1
  let [last, row] = [[], Array.from({ length: two.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= two.length; j++) {
      const same = one[i - 1] === two[j - 1]
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]
      if (swapped) next[j] = Math.min(next[j], last[j - 2] + 1)
    }
    if (Math.min(...next) > most) return most + 1;
    [last, row] = [row, next]
  }
  return row[two.length]
}

/** Corrects words against the site's own; `known` maps each surface word to how often it stands there, and `common` has
    the commonest words of English, if they are there. */
export class Speller {
  constructor(known, common = null) {
    for (const word of [...tongue.passing, ...tongue.pointers]) if (!known.has(word)) known.set(word, NAMED)
    this.known = known
    this.common = common
    this.words = [...known].filter(([word]) => word.length > 2).map(([word, often]) => ({ ...heard(word), often }))
    this.passing = new Set(tongue.passing)
    const own = [...known.keys()].filter(word => word.length > 2 && !this.passing.has(word))
    this.stems = new Set(own.map(stem))
    this.singles = new Set([...own.map(plural), ...own.map(stem).filter(whole)])
  }

  /** Whether a word is spelled right: the site's own, or one of the commonest of English. It is never changed. */
  knows(word) {
    return this.owns(word) || Boolean(this.common?.has(stem(word)))
  }

  /** Whether a word is the site's own, one of its inflections, or one that carries no subject. */
  owns(word) {
    if (this.known.has(word) || this.singles.has(word) || /^\d+$/.test(word)) return true
    return stem(word) !== word && this.stems.has(stem(word)) && word.startsWith(stem(word).slice(0, 3))
  }

  /** The words of a query, each unknown one replaced by the nearest known, and what was changed. */
  correct(words) {
    const changed = []
    const right = words.flatMap(word => {
      const used = this.knows(word) ? [word] : this.corrected(word)
      if (used.join("") !== word) changed.push({ typed: word, used: used.join(" ") })
      return used
    })
    return { right, changed }
  }

  named(part) {
    return (this.known.get(part) ?? this.known.get(plural(part)) ?? 0) >= NAMED && !this.passing.has(part)
  }

  corrected(word) {
    const near = this.nearest(word)
    return near.cost <= ONE_SLIP ? [near.word] : this.parts(word) ?? [near.word]
  }

  /** Whether a word is as near to another as to what it would be corrected to. */
  mayBe(word, other) {
    return this.cost(heard(word), { ...heard(other), often: NAMED }, Math.max(this.nearest(word).cost, ONE_SLIP)) < Infinity
  }

  /** Two known words that were typed as one, such as "birddog". */
  parts(word) {
    for (let at = 3; at <= word.length - 3; at++) {
      const pair = [word.slice(0, at), word.slice(at)]
      if (pair.every(part => this.named(part))) return pair
    }
    return null
  }

  /** The nearest known word, or the word itself, and what the way there costs. */
  nearest(word) {
    const whole = this.nearestTo(word)
    const base = whole.cost > ONE_SLIP && stem(word).length > 3 ? this.nearestTo(stem(word)) : whole
    return base.cost < whole.cost ? base : whole
  }

  nearestTo(word) {
    let best = { word, cost: Infinity, often: 0 }
    if (word.length < 3) return best
    const asked = heard(word)
    for (const each of this.words) {
      const cost = this.cost(asked, each, best.cost)
      if (cost < best.cost || (cost < Infinity && cost === best.cost && each.often > best.often)) best = { ...each, cost }
    }
    return best
  }

  /** Edits, less where the words sound or begin alike; Infinity where they are too far apart to guess. */
  cost(asked, each, soFar) {
    const alike = asked.sound === each.sound && asked.sound.length > 1
    const most = allowed(asked.word.length) + (alike ? 1 : 0)
    if (ones(asked.letters ^ each.letters) > 2 * most) return Infinity
    const edits = distance(asked.word, each.word, most)
    const begins = asked.word[0] === each.word[0]
    if (edits > most || (asked.word.length === 3 && !begins && !alike)) return Infinity
    const bonus = alike ? (asked.sound.length > 2 ? ALIKE : ALIKE_SHORT) : 0
    const cost = edits - bonus + (begins ? 0 : 0.5) + (each.often < NAMED ? 0.5 : 0)
    return cost <= soFar ? cost : Infinity
  }

  /** Known words that a half-typed one may become. */
  endings(word) {
    if (word.length < 2) return []
    return this.words.filter(each => each.word.startsWith(word)).sort((a, b) => b.often - a.often).slice(0, 12)
      .map(each => each.word)
  }
}

function heard(word) {
  return { word, sound: sound(word), letters: letters(word) }
}

/** The letters of a word as bits: two words that differ in many are far apart, at no cost. */
function letters(word) {
  let bits = 0
  for (const letter of word) bits |= 1 << (letter.charCodeAt(0) - 97)
  return bits
}

function ones(bits) {
  let count = 0
  for (; bits; bits &= bits - 1) count++
  return count
}

function allowed(length) {
  return length < 8 ? 1 : length < 12 ? 2 : 3
}
