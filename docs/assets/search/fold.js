/* From what a person types to plain stems, and from phrases to the one word that the site uses for them. */

import { tongue } from "./tongue.js"

const stems = new Map()
const VOWEL = /[aeiouy]/
const IRREGULAR = {
  feet: "foot", knees: "knee", calves: "calf", vertebrae: "vertebra", slept: "sleep", fell: "fall", fallen: "fall",
  lain: "lie", laid: "lie", laying: "lie", lay: "lie", lying: "lie", lies: "lie", sat: "sit", stood: "stand", knelt: "kneel",
  bent: "bend", shoes: "shoe", does: "does", goes: "goes", pelvic: "pelvis", pelvises: "pelvis",
  children: "child", women: "woman", us: "us", his: "his", this: "this", yes: "yes", bus: "bus", gas: "gas", has: "has",
  was: "was", always: "always", thing: "thing", things: "thing", during: "during", morning: "morning", evening: "evening",
  spring: "spring", string: "string", need: "need", biceps: "bicep", triceps: "tricep", quadriceps: "quadricep",
  tens: "tens", tense: "tight", plane: "plane", planes: "plane", abs: "abs", wiping: "wipe", driving: "drive",
  numbness: "numb", bruised: "bruise", dizziness: "dizzy", heaviness: "heavy", clumsiness: "clumsy", drowsiness: "drowsy",
}

/** Plain lower-case words: no accents, no apostrophes, nothing but letters and digits, in any script. */
export function allWords(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'’`´]/g, "")
  return plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim().split(" ").filter(Boolean)
}

/** The same without pointers such as "my". */
export function split(text) {
  return withoutPointers(allWords(text))
}

export function withoutPointers(words) {
  return words.filter(word => !tongue.pointers.has(word))
}

/** A word without its ending, so that stretch, stretches, stretched and stretching are one; in English alone. */
export function stem(word) {
  if (!tongue.english) return word
  if (!stems.has(word)) stems.set(word, stemmed(word))
  return stems.get(word)
}

function stemmed(word) {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word]
  let base = british(word)
  if (base.length > 7) base = base.replace(/i?ness$/, ending => ending.startsWith("i") ? "y" : "")
  base = plural(base)
  base = participle(base)
  return base.length > 4 ? base.replace(/e$/, "") : base
}

function british(word) {
  return word
    .replace(/yz(e|es|ed|ing)$/, "ys$1").replace(/iz(e|es|ed|ing|ation)$/, "is$1")
    .replace(/([a-z]{2})our(s|ed|ing)?$/, (all, start, ending = "") => start.length && word.length > 5 ? `${start}or${ending}` : all)
    .replace(/ae/g, "e").replace(/amme$/, "am").replace(/ammes$/, "ams").replace(/([^aeiou])re$/, "$1er")
}

/** One of a thing: "bands" is "band". */
export function plural(word) {
  if (!tongue.english || word.length < 4 || /(ss|us|is)$/.test(word)) return word
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word
  if (/(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith("s") ? word.slice(0, -1) : word
}

function participle(word) {
  const [all, ending] = /(ing|ed)$/.exec(word) ?? []
  const base = all ? word.slice(0, -ending.length) : word
  if (!all || base.length < 3 || !VOWEL.test(base)) return word
  if (/([bdgklmnprt])\1$/.test(base) && !/(ll|ss)$/.test(base)) return base.slice(0, -1)
  return base
}

/** Replaces phrases by the one word the site uses for them; `table` maps that word to its phrases. */
export class Phrases {
  constructor(table) {
    this.first = new Map()
    for (const [to, phrases] of Object.entries(table)) for (const phrase of phrases) this.add(phrase, to)
    for (const list of this.first.values()) list.sort((a, b) => b.from.length - a.from.length)
  }

  add(phrase, to) {
    const from = split(phrase).map(stem)
    if (!from.length) return
    if (!this.first.has(from[0])) this.first.set(from[0], [])
    this.first.get(from[0]).push({ from, to: split(to).map(stem) })
  }

  /** The stems with every phrase replaced, the longest first, from left to right. */
  replace(stems) {
    const found = []
    for (let at = 0; at < stems.length;) {
      const hit = this.first.get(stems[at])?.find(({ from }) => from.every((word, n) => word === stems[at + n]))
      found.push(...(hit ? hit.to : [stems[at]]))
      at += hit ? hit.from.length : 1
    }
    return found
  }
}
