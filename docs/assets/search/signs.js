/* Finds signs of danger in a query, however they are put. */

import { CLASSES, HARMLESS, MUSCLE_TALK, NOW, SOON } from "./danger.js"
import { distance, rows, split, stem } from "./words.js"

/** Words that a sign may be put with or without. */
const PASSING = new Set("and or in on of to is are was were been be with when for it at so very really have has feel get got do did also too still".split(" "))
/** Words that count as they stand: "legs" are both, "leg" is one; "fell" has happened, "fall" may be feared. */
const AS_TYPED = new Set(["legs", "arms", "feet", "fell", "fallen"])
const COVERED = 0.6

export class Signs {
  /** `emergency` and `urgent` are what people type, slips of the finger included; `weight` says how much a stem tells. */
  constructor({ emergency, urgent }, weight, speller) {
    this.weight = weight
    const typed = phrase => told(speller.correct(split(phrase)))
    this.classes = [...rows(CLASSES)].map(([name, phrase]) => ({ name, phrase: stems(phrase) }))
    this.harmless = lists(HARMLESS).map(stems)
    this.now = [...lists(NOW).map(rule => bag(rule.split(" ").map(ruled))), ...emergency.map(typed)]
    this.soon = lists(SOON).map(rule => bag(rule.split(" ").map(ruled)))
    this.urgent = urgent.map(typed)
    this.signWords = [...new Set(Signs.words())].filter(word => word.length > 2)
    this.muscleTalk = new Set(MUSCLE_TALK.split(" ").map(stem))
  }

  /** Every word that the rules know, for the speller. */
  static words() {
    const own = [...rows(CLASSES)].map(([, phrase]) => phrase)
    const rules = [NOW, SOON].map(text => text.replace(/[A-Z|]+/g, " "))
    return [...own, ...rules, ...AS_TYPED, HARMLESS].flatMap(split)
  }

  /** "now" (the red-flag page alone), "soon" (it stands first) or "" for a query's words, spelled right. */
  level(words) {
    const clean = this.without(words.map(stem), words)
    const held = this.tagged(clean)
    if (this.now.some(rule => holds(held, rule))) return this.aboutMuscles(held) ? "soon" : "now"
    if (this.soon.some(rule => holds(held, rule))) return "soon"
    return this.urgent.some(rule => holds(held, rule) && this.covers(rule, clean)) ? "soon" : ""
  }

  /** The level when one word that nobody knows is read as any word of danger it may be a slip for. */
  misspelled(words, speller) {
    const corrected = words.map(word => speller.knows(word) ? word : speller.nearest(word).word)
    for (const [at, word] of words.entries()) {
      if (word.length < 3 || speller.knows(word)) continue
      const near = this.signWords.filter(sign => sign !== corrected[at] && slip(word, sign) && speller.mayBe(word, sign))
      if (near.some(sign => this.level(corrected.with(at, sign)) === "now")) return "now"
    }
    return ""
  }

  /** The words and their stems without harmless phrases such as "fall asleep". */
  without(stemmed, words) {
    const kept = []
    for (let at = 0; at < stemmed.length;) {
      const hit = this.harmless.find(phrase => begins(stemmed, at, phrase))
      if (!hit) kept.push({ word: words[at], stem: stemmed[at] })
      at += hit ? hit.length : 1
    }
    return kept
  }

  /** How often each stem, each plural and each class stands in the query. */
  tagged(clean) {
    const held = bag(clean.map(each => each.stem))
    for (const { word, stem } of clean) if (word !== stem) count(held, word)
    const line = clean.map(each => each.stem)
    for (const { name, phrase } of this.classes) {
      for (let at = 0; at < line.length; at++) if (begins(line, at, phrase)) count(held, name)
    }
    if (clean.some(each => each.word === "legs" || each.word === "feet")) count(held, "BOTHLEGS")
    return held
  }

  aboutMuscles(held) {
    const others = this.now.filter(rule => holds(held, rule) && !(rule.has("CHEST") || rule.has("chest")))
    return !others.length && [...this.muscleTalk].some(word => held.has(word)) && held.has("tight") && !held.has("pain")
  }

  /** Whether a phrase is most of what was asked, and not a side remark. */
  covers(rule, clean) {
    const all = clean.filter(each => !PASSING.has(each.stem))
    const heavy = list => list.reduce((sum, each) => sum + this.weight(each), 0)
    return heavy([...rule.keys()]) >= COVERED * heavy(all.map(each => each.stem))
  }
}

function ruled(item) {
  return /^[A-Z]+$/.test(item) || AS_TYPED.has(item) ? item : stem(item)
}

/** What a typed phrase says: its words without the passing ones, as a rule. */
function told(words) {
  const all = words.map(ruled)
  const kept = all.filter(each => !PASSING.has(each))
  return bag(kept.length ? kept : all)
}

function stems(phrase) {
  return split(phrase).map(stem)
}

function slip(word, sign) {
  return Math.min(distance(word, sign, 1), distance(stem(word), sign, 1)) <= 1
}

function lists(text) {
  return text.split(/[|\n]/).map(item => item.trim().replace(/\s+/g, " ")).filter(Boolean)
}

function begins(line, at, phrase) {
  return phrase.length > 0 && phrase.every((word, n) => word === line[at + n])
}

function bag(words) {
  const held = new Map()
  for (const word of words) count(held, word)
  return held
}

function count(held, word) {
  held.set(word, (held.get(word) ?? 0) + 1)
}

function holds(held, rule) {
  return [...rule].every(([word, times]) => (held.get(word) ?? 0) >= times)
}
