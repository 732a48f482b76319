/* Ranks the handbook's pages for a query. Runs in the search worker; knows no page and no theme. */

import { ADVICE, ELSEWHERE, GENERIC, LISTING, MAY_I, SAME, STOP } from "./search-english.js"
import { Signs } from "./search-signs.js"
import { Phrases, Speller, allWords, rows, split, stem, withoutPointers } from "./search-words.js"

const MOST = 8
const NAME = 10
const TEXT = 2.5
const KIND = { exercise: 0.3, routine: 0.6, guidance: 0.3, area: 0.2, list: -0.6, muscle: -0.7, word: -5 }
const EXACT_TITLE = 3
const EXACT_NAME = 1
const EXACT_EXERCISE = 1.4
const LIST_FITS = 6
const PERMISSION = 5
const QUESTION = 1.2
const LITERAL = 0.8
const FRESH = 7
const ENOUGH = 0.3
/** A page below this score has only a side remark on the subject. */
const LEAST = 2
/** How much a word tells that stands in no name. */
const UNNAMED = 0.6
const LISTED_MUSCLE = 3
const LISTED_GUIDANCE = 1.5
const UNASKED = 2
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
    return generic.has(word) ? 0.35 * rarity : this.counts.get(word) >= 1 ? rarity : UNNAMED * rarity
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

  /** What the way of asking adds to a kind of page. */
  intent(entry, asked, name, covered) {
    let more = (KIND[entry.kind] ?? 0) + this.fresh(entry, asked)
    if (name > 0.99) more += (entry.kind === "exercise" ? EXACT_EXERCISE : EXACT_NAME) + (entry.literal.has(asked.literal) ? LITERAL : 0)
    if (entry.kind === "exercise" && entry.folded.slice(0, entry.titled).some(each => this.nameScore(each, asked) > 0.99)) more += EXACT_TITLE
    if (entry.kind === "muscle" && asked.listing) more -= LISTED_MUSCLE
    if (entry.kind === "guidance" && covered > 0.5) more += asked.mayI ? PERMISSION : asked.advice ? QUESTION : 0
    if (entry.kind === "guidance" && asked.listing && !asked.advice) more -= LISTED_GUIDANCE
    if (entry.kind !== "guidance" && asked.mayI) more -= UNASKED
    if (entry.kind === "list" && !asked.mayI && this.listFits(entry, asked, name)) more += LIST_FITS
    return more
  }

  /** A spasm is taken to be a fresh one: what is meant for the first days comes first. */
  fresh(entry, { terms, listing, advice }) {
    const says = word => terms.some(term => term[0] === word)
    if (advice || !says("spasm") || says("firstday") || terms.some(term => elsewhere.has(term[0]))) return 0
    if (!entry.folded.some(name => name.has("firstday"))) return 0
    return entry.kind === "routine" ? (listing ? FRESH : 1) : entry.kind === "guidance" && !listing ? 1.5 : 0
  }

  /** Whether a query names the list's choice and nothing else but "exercises" and the like. */
  listFits(entry, { terms, listing }, name) {
    const choice = entry.folded[1] ?? entry.folded[0]
    const told = terms.filter(term => !term.some(word => generic.has(word)))
    const named = told.length > 0 && told.every(term => term.some(word => choice.has(word)))
    const whole = [...choice].filter(word => !generic.has(word)).every(word => told.some(term => term.includes(word)))
    return named && whole && (listing || name > 0.99)
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
