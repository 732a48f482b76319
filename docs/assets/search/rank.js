/* Ranks the handbook's pages for a query. Runs in the search worker; knows no page and no theme. */

import { ADVICE, ELSEWHERE, GENERIC, LISTING, MAY_I, SAME, STOP } from "./english.js"
import { Signs } from "./signs.js"
import { Phrases, Speller, allWords, rows, split, stem, withoutPointers } from "./words.js"

/** Results shown, the least score of one, and the least share of the best one's score. */
const MOST = 8
const LEAST = 2
const ENOUGH = 0.3

/** What a query's match with a name and with a page's text is worth at most. */
const NAME = 10
const TEXT = 2.5

/** How much a word tells that fits every page, and one that stands in no name. */
const GENERIC_SHARE = 0.35
const UNNAMED_SHARE = 0.6

/** Head start of a kind of page where names match equally well. */
const KIND = { exercise: 0.3, routine: 0.6, guidance: 0.3, area: 0.2, list: -0.6, muscle: -0.7, word: -5 }

/** Points for a name that says just what was asked: an exercise's title, an exercise's name, any name, the same spelling. */
const EXACT = { title: 3, exercise: 1.4, any: 1, literal: 0.8 }

/** Points for the way of asking. "Can I …?" wants guidance; "exercises for …" wants exercises and lists. */
const ASKED = { mayI: 5, notMayI: -2, advice: 1.2, listedGuidance: -1.5, listedMuscle: -3, listFits: 6 }

/** Points of what is meant for the first days, where a spasm is spoken of. */
const FRESH = { listedRoutine: 7, routine: 1, guidance: 1.5 }

/** A match above this is whole; sums of weights are not quite 1. */
const ALL = 0.99
const stops = new Set(STOP.map(stem))
const generic = new Set(GENERIC.map(stem))
const elsewhere = new Set(ELSEWHERE.map(stem))

export class Search {
  constructor(vocabulary) {
    this.help = vocabulary.help
    this.phrases = new Phrases(SAME)
    this.entries = vocabulary.entries.map(entry => this.folded(entry))
    this.counts = this.counted()
    this.speller = new Speller(known(vocabulary))
    this.signs = new Signs(vocabulary.help, word => this.weight(word), this.speller)
    this.redFlags = this.entries.find(entry => entry.at === vocabulary.help.at)
  }

  /** The best pages for a query, best first, and whether it holds a sign of danger: "now", "soon" or "". */
  find(query) {
    const typed = this.speller.correct(allWords(query))
    const words = withoutPointers(typed)
    const level = this.signs.level(words)
    const danger = level === "now" ? level : this.signs.misspelled(split(query), this.speller) || level
    if (danger === "now") return { danger, found: [{ ...this.redFlags, score: 100 }] }
    const found = this.ranked(this.asked(query, typed.join(" "), words))
    return { danger, found: danger ? this.withRedFlags(found) : found }
  }

  withRedFlags(found) {
    const rest = found.filter(entry => entry.at !== this.help.at)
    return [{ ...this.redFlags, score: 100 }, ...rest].slice(0, MOST)
  }

  folded(entry) {
    const names = [...titles(entry.title), ...(entry.names ?? [])].map(name => new Set(this.fold(split(name))))
    const words = new Set([...names.flatMap(name => [...name]), ...this.fold(split(`${entry.words ?? ""} ${entry.line}`))])
    const literal = new Set([entry.title, ...(entry.names ?? [])].map(plain))
    return { ...entry, folded: names.filter(name => name.size), titled: titles(entry.title).length, words, literal }
  }

  fold(words) {
    return this.phrases.replace(words.map(stem)).filter(word => !stops.has(word))
  }

  counted() {
    const counts = new Map()
    for (const { folded, words } of this.entries) {
      const named = new Set(folded.flatMap(name => [...name]))
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + (named.has(word) ? 1 : 0.3))
    }
    return counts
  }

  /** How much a word tells: rare words tell much, words that fit every page little. */
  weight(word) {
    const rarity = Math.log(1 + this.entries.length / (this.counts.get(word) ?? 0.5))
    return generic.has(word) ? GENERIC_SHARE * rarity : this.counts.get(word) >= 1 ? rarity : UNNAMED_SHARE * rarity
  }

  /** A query as the ranking needs it: folded words, each with what else it may stand for. */
  asked(query, typed, words) {
    const folded = [...new Set(this.fold(words))]
    const open = /\S$/.test(query) ? split(query).at(-1) : undefined
    const half = open && !this.speller.knows(open) ? this.speller.endings(open).map(stem) : []
    const terms = folded.map(word => [word])
    if (half.length && terms.length) terms.at(-1).unshift(...half)
    const literal = plain(words.join(" "))
    const mayI = MAY_I.test(typed)
    const advice = mayI || ADVICE.test(typed)
    return { terms, literal, mayI, advice, listing: LISTING.test(typed), size: sum(terms, term => this.termWeight(term)) }
  }

  termWeight(term) {
    return Math.max(...term.map(word => this.weight(word)))
  }

  ranked(asked) {
    if (!asked.terms.length) return []
    const scored = this.entries.map(entry => ({ ...entry, score: this.score(entry, asked) })).filter(each => each.score > LEAST)
    scored.sort((a, b) => b.score - a.score)
    const least = ENOUGH * (scored[0]?.score ?? 0)
    return distinct(scored.filter(each => each.score >= least)).slice(0, MOST)
  }

  score(entry, asked) {
    const covered = this.covered(entry.words, asked)
    if (!covered) return 0
    const name = Math.max(...entry.folded.map(each => this.nameScore(each, asked)))
    return NAME * name + TEXT * covered + this.intent(entry, asked, name, covered)
  }

  covered(words, { terms, size }) {
    return sum(terms, term => term.some(word => words.has(word)) ? this.termWeight(term) : 0) / size
  }

  /** 1 where a name says exactly what was asked, less for words too few or too many. */
  nameScore(name, asked) {
    const recall = this.covered(name, asked)
    if (!recall) return 0
    const hit = word => asked.terms.some(term => term.includes(word))
    const precision = sum([...name], word => hit(word) ? this.weight(word) : 0) / sum([...name], word => this.weight(word))
    return recall * (0.55 + 0.45 * precision)
  }

  /** What an exact name and the way of asking add. */
  intent(entry, asked, name, covered) {
    return (KIND[entry.kind] ?? 0) + this.exact(entry, asked, name) + this.wanted(entry, asked, name, covered) + this.fresh(entry, asked)
  }

  exact(entry, asked, name) {
    if (name <= ALL) return 0
    const literal = entry.literal.has(asked.literal) ? EXACT.literal : 0
    if (entry.kind !== "exercise") return EXACT.any + literal
    const titled = entry.folded.slice(0, entry.titled).some(each => this.nameScore(each, asked) > ALL)
    return EXACT.exercise + literal + (titled ? EXACT.title : 0)
  }

  wanted(entry, { mayI, advice, listing, ...asked }, name, covered) {
    if (entry.kind === "guidance") {
      const about = covered <= 0.5 ? 0 : mayI ? ASKED.mayI : advice ? ASKED.advice : 0
      return about + (listing && !advice ? ASKED.listedGuidance : 0)
    }
    if (mayI) return ASKED.notMayI
    if (entry.kind === "muscle" && listing) return ASKED.listedMuscle
    return entry.kind === "list" && this.listFits(entry, { ...asked, listing }, name) ? ASKED.listFits : 0
  }

  /** A spasm is taken to be a fresh one: what is meant for the first days comes first. */
  fresh(entry, { terms, listing, advice }) {
    const says = word => terms.some(term => term[0] === word)
    if (advice || !says("spasm") || says("firstday") || terms.some(term => elsewhere.has(term[0]))) return 0
    if (!entry.folded.some(name => name.has("firstday"))) return 0
    if (entry.kind === "routine") return listing ? FRESH.listedRoutine : FRESH.routine
    return entry.kind === "guidance" && !listing ? FRESH.guidance : 0
  }

  /** Whether a query names the list's choice and nothing else but "exercises" and the like. */
  listFits(entry, { terms, listing }, name) {
    const choice = entry.folded[1] ?? entry.folded[0]
    const told = terms.filter(term => !term.some(word => generic.has(word)))
    const named = told.length > 0 && told.every(term => term.some(word => choice.has(word)))
    const whole = [...choice].filter(word => !generic.has(word)).every(word => told.some(term => term.includes(word)))
    return named && whole && (listing || name > ALL)
  }
}

/** A title, and what stands outside and inside its brackets. */
function titles(title) {
  const [all, outside, inside] = /^(.*?)\s*\((.*)\)$/.exec(title) ?? []
  return all ? [title, outside, inside] : [title]
}

/** A name as it is spelled, but for endings and small words. */
function plain(name) {
  return split(name).map(stem).filter(word => !stops.has(word)).sort().join(" ")
}

function distinct(found) {
  const seen = new Set()
  return found.filter(({ title, kind }) => kind !== "word" || !seen.has(title.toLowerCase()) && seen.add(title.toLowerCase()))
}

function sum(list, worth) {
  return list.reduce((total, each) => total + worth(each), 0)
}

/** Every word of the site and of the search's own lists, and how often it stands there. */
function known({ entries }) {
  const often = new Map()
  const add = (word, times) => often.set(word, (often.get(word) ?? 0) + times)
  for (const { title, names = [], words = "", line } of entries) {
    for (const word of [title, ...names].flatMap(split)) add(word, 3)
    for (const word of split(`${words} ${line}`)) add(word, 1)
  }
  for (const [to, from] of rows(SAME)) for (const word of [...split(to), ...split(from)]) add(word, 3)
  for (const word of Signs.words()) add(word, 3)
  return often
}
