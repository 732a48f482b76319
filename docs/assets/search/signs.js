/* Finds signs of danger in a query, however they are put. */

import { allWords, split, stem } from "./fold.js"
import { distance } from "./slips.js"
import { tongue } from "./tongue.js"

/** Words of English that a sign may be put with or without. */
const PASSING = new Set("and or in on of to is are was were been be with when for it at so very really have has feel get got do did also too still".split(" "))
const COVERED = 0.6
/** Letters up to which a word that somebody types may be the start of a longer one, even if it is one itself. */
const HALF = 4
/** Words of English that stand in front of the one that tells. */
const SMALL = new Set([...PASSING, ..."my the a an your their his her".split(" ")])
const NUMBER = /^[1-9]\d*$/

export class Signs {
  /** `emergency` and `urgent` are what people type, slips of the finger included; `danger` is content/danger.yml, which
      says how else they put it; `weight` says how much a stem tells. */
  constructor({ emergency, urgent }, danger, weight, speller) {
    Object.assign(this, { weight, speller })
    const asTyped = new Set((danger.as_typed ?? []).flatMap(allWords)), asRuled = item => ruled(item, asTyped)
    const typed = phrase => told(speller.correct(split(phrase)).right, asRuled)
    const rule = words => bag(words.split(" ").map(asRuled))
    this.classes = Object.entries(danger.classes ?? {}).flatMap(([name, all]) => all.map(phrase => ({ name, phrase: stems(phrase) })))
    this.readAs = [...(danger.harmless ?? []).map(phrase => [phrase]), ...Object.entries(danger.read_as ?? {})]
      .map(([from, to]) => ({ from: stems(from), to }))
    this.now = [...rules(danger.now).map(rule), ...emergency.map(typed)]
    this.soon = rules(danger.soon).map(rule)
    this.urgent = [...urgent, ...danger.alone ?? []].map(typed)
    this.signWords = [...new Set(signWords(danger))].filter(word => word.length > 2)
    this.endings = [...new Set([...this.signWords, ...[...emergency, ...urgent, ...danger.alone ?? []].flatMap(split)])]
    this.ages = danger.ages
    this.typedClasses = Object.entries(danger.as_typed_counts_as ?? {}).map(([name, words]) => ({ name, words: new Set(words.flatMap(allWords)) }))
    const { found_by = [], beside = [], unless = [] } = danger.about_muscles ?? {}
    this.muscles = { foundBy: found_by.map(asRuled), beside: beside.map(asRuled), unless: unless.map(asRuled) }
    this.muscleTalk = (danger.muscle_talk ?? []).flatMap(allWords).map(stem)
    this.beside = new Set((danger.beside ?? []).flatMap(allWords).map(stem))
    this.tellingWords = new Set((danger.telling ?? []).flatMap(allWords).map(stem))
  }

  /** "now" (get help at once), "soon" (get advice) or "" for a query as corrected and as typed. */
  danger(words, typed) {
    const level = this.level(words)
    return level === "now" ? level : this.misspelled(typed) || level
  }

  /** The level of words that are spelled right. */
  level(words) {
    const clean = this.without(words.map(stem), words)
    const held = this.tagged(clean)
    if (this.now.some(rule => holds(held, rule))) return this.aboutMuscles(held) ? "soon" : "now"
    if (this.soon.some(rule => holds(held, rule))) return "soon"
    return this.urgent.some(rule => holds(held, rule) && this.covers(rule, clean)) ? "soon" : ""
  }

  /** The level when a word that is no English is read as a word of danger that it may be a slip for. */
  misspelled(words) {
    const { speller } = this
    let found = ""
    const corrected = words.map(word => speller.knows(word) ? word : speller.nearest(word).word)
    for (const [at, word] of words.entries()) {
      if (word.length < 3 || speller.knows(word)) continue
      const near = this.signWords.filter(sign => sign !== corrected[at] && slip(word, sign) && speller.mayBe(word, sign))
      const levels = near.map(sign => this.level(corrected.with(at, sign)))
      if (levels.includes("now")) return "now"
      if (levels.includes("soon")) found = "soon"
    }
    return found
  }

  /** Whether a query says nothing yet but that something is numb, weak or the like, as on the way to a sign of danger. */
  telling(words) {
    const clean = this.without(words.map(stem), words).map(each => each.stem)
    const heavy = clean.filter(word => !passes(word) && !this.beside.has(word))
    return heavy.length > 0 && heavy.every(word => this.tellingWords.has(word))
  }

  /** Whether a query whose last word is not yet whole may be on the way to a sign of danger. */
  begun(typed) {
    const words = typed.filter(word => !passes(word, SMALL)), last = words.at(-1), rest = words.slice(0, -1)
    if (!rest.length || last.length > HALF && this.speller.knows(last)) return false
    return this.telling(rest) || this.endings.some(word => word.startsWith(last) && this.level([...rest, word]))
  }

  /** The words and their stems without harmless phrases such as "fall asleep". */
  without(stemmed, words) {
    const kept = []
    for (let at = 0; at < stemmed.length;) {
      const hit = this.readAs.find(({ from }) => begins(stemmed, at, from))
      if (!hit) kept.push({ word: words[at], stem: stemmed[at] })
      else if (hit.to) kept.push({ word: hit.to, stem: hit.to })
      at += hit ? hit.from.length : 1
    }
    return kept
  }

  /** How often each stem, each plural and each class stands in the query. */
  tagged(clean) {
    const held = bag(clean.map(each => each.stem))
    for (const { word, stem } of clean) if (word !== stem) count(held, word)
    if (clean.some(({ word }) => this.isAge(word))) count(held, this.ages.counts_as)
    const line = clean.map(each => each.stem)
    for (const { name, phrase } of this.classes) {
      for (let at = 0; at < line.length; at++) if (begins(line, at, phrase)) count(held, name)
    }
    for (const { name, words } of this.typedClasses) if (clean.some(({ word }) => words.has(word))) count(held, name)
    return held
  }

  isAge(word) {
    return this.ages && NUMBER.test(word) && Number(word) >= this.ages.least && Number(word) <= this.ages.most
  }

  aboutMuscles(held) {
    const { foundBy, beside, unless } = this.muscles, said = word => held.has(word)
    const others = this.now.filter(rule => holds(held, rule) && !foundBy.some(word => rule.has(word)))
    return !others.length && this.muscleTalk.some(said) && beside.every(said) && !unless.some(said)
  }

  /** Whether a phrase is most of what was asked, and not a side remark. */
  covers(rule, clean) {
    const all = clean.filter(each => !passes(each.stem))
    const heavy = list => list.reduce((sum, each) => sum + this.weight(each), 0)
    return heavy([...rule.keys()]) >= COVERED * heavy(all.map(each => each.stem))
  }
}

/** Whether a word tells nothing of a sign. */
function passes(word, english = PASSING) {
  return tongue.english ? english.has(word) : tongue.passing.includes(word)
}

function ruled(item, asTyped) {
  return /^[A-Z]+$/.test(item) || asTyped.has(item) ? item : stem(tongue.english ? item : allWords(item).join(""))
}

/** What a typed phrase says: its words without the passing ones, as a rule. */
function told(words, asRuled) {
  const all = words.map(asRuled)
  const kept = all.filter(each => !passes(each))
  return bag(kept.length ? kept : all)
}

function stems(phrase) {
  return split(phrase).map(stem)
}

function slip(word, sign) {
  return Math.min(distance(word, sign, 1), distance(stem(word), sign, 1)) <= 1
}

/** Every word that the rules of danger know, for the speller. */
export function signWords({ classes = {}, harmless = [], read_as = {}, as_typed = [], ...danger }) {
  const plain = [...rules(danger.now), ...rules(danger.soon)].map(rule => rule.replace(/[A-Z]+/g, " "))
  return [...Object.values(classes).flat(), ...plain, ...as_typed, ...harmless, ...Object.entries(read_as).flat()].flatMap(split)
}

/** The rules of every kind of sign. */
function rules(kinds = []) {
  return kinds.flat()
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
