/* Ranks the handbook's pages for a query: BM25F over its fields, fused with how well a name fits. Knows no page and no theme. */

import { Phrases, allWords, split, stem, withoutPointers } from "./fold.js"
import { Elsewhere } from "./elsewhere.js"
import { Signs, signWords } from "./signs.js"
import { Speller } from "./slips.js"
import { speak, tongue } from "./tongue.js"
import * as fitted from "./weights.js"

/** Results shown. */
const MOST = 8
let stops, negations

export class Search {
  /** With `deep`, the words of the pages' texts and the commonest of English, the search knows all it can. */
  constructor(vocabulary, deep = { texts: {}, common: null }, weights = fitted) {
    const { help, danger = {}, words, entries, say = {} } = vocabulary
    const plain = name => (words[name] ?? []).flatMap(allWords)
    speak(say.language, { pointers: plain("pointers"), passing: plain("passing"), negation: plain("negation") })
    stops = new Set(tongue.passing.map(stem))
    negations = new Set(tongue.negation.map(stem))
    this.help = help
    this.weights = weights
    this.phrases = new Phrases(words.same)
    this.together = words.together.map(allWords)
    this.general = new Set(words.general.map(stem))
    this.entries = entries.map(entry => this.folded(entry))
    this.counts = this.counted()
    this.addTexts(deep.texts)
    this.speller = new Speller(known(vocabulary, deep.texts), deep.common)
    this.signs = new Signs(help, danger, word => this.weight(word), this.speller)
    this.elsewhere = new Elsewhere(words.not_covered, text => this.fold(split(text)))
    this.redFlags = this.entries.find(entry => entry.at === help.at)
  }

  /** Whether every word is one of the vocabulary's own, or on the way to one: what is deeper changes nothing then. */
  holds(query) {
    const half = open(query)
    return this.joined(allWords(query)).every(word => this.speller.owns(word) || word === half && this.speller.endings(half).length)
  }

  /** The best pages for a query, best first, and whether there are more; the danger in it, "now", "soon" or ""; what was read otherwise than typed;
      words that no page has; and what the book does not cover. With `literal`, words are taken as they are typed. */
  find(query, { literal = false } = {}) {
    const typed = this.joined(allWords(query))
    const { right, changed } = literal ? { right: typed, changed: [] } : this.speller.correct(typed, open(query))
    const words = withoutPointers(right)
    const danger = this.signs.danger(words, withoutPointers(typed))
    const asked = this.asked(query, words)
    const ranked = this.ranked(asked)
    const unknown = asked.terms.filter(term => !term.some(word => this.counts.has(word))).map(term => term[0])
    const off = danger ? null : this.elsewhere.of(this.fold(words), word => this.general.has(word) || !this.counts.has(word))
    const begun = () => this.signs.telling(words) || open(query) && this.signs.begun(withoutPointers(typed))
    const leads = danger || begun() && !off
    const found = leads ? this.withRedFlags(ranked) : ranked
    return { danger, changed, unknown, off, found: found.slice(0, MOST), more: found.length > MOST }
  }

  withRedFlags(found) {
    return [this.redFlags, ...found.filter(entry => entry.at !== this.help.at)]
  }

  /** Words with names of two small words written as one: "it band" is "itband". */
  joined(words) {
    for (const name of this.together) {
      const at = words.findIndex((word, n) => name.every((part, more) => part === words[n + more]))
      if (at >= 0) return this.joined([...words.slice(0, at), name.join(""), ...words.slice(at + name.length)])
    }
    return words
  }

  folded(entry) {
    const { title, names = [], asked = [], facets = "", part } = entry
    const called = [...titles(title), ...names].map(name => this.named(name))
    const asks = asked.map(name => this.named(name))
    const fields = {
      name: new Set(called.flatMap(name => [...name])),
      asked: new Set(asks.flatMap(name => [...name])),
      facets: new Set(this.fold(split(facets))),
      text: new Set(),
    }
    return { ...entry, called: [...called, ...asks].filter(name => name.size), fields, part: part && this.named(part) }
  }

  /** A text finds a page only by words that no name or facet has. */
  addTexts(texts) {
    const told = new Set(this.counts.keys())
    for (const { at, fields } of this.entries) {
      const words = this.fold(split(texts[at] ?? "")).filter(word => !told.has(word))
      for (const word of new Set(words)) {
        fields.text.add(word)
        this.counts.set(word, (this.counts.get(word) ?? 0) + 1)
      }
    }
  }

  named(name) {
    return new Set(this.fold(withoutPointers(this.joined(allWords(name)))))
  }

  /** Stems with every phrase replaced by the site's word, and without those that carry no subject. */
  fold(words) {
    return this.phrases.replace(words.map(stem)).filter(word => !stops.has(word))
  }

  /** In how many pages each stem stands. */
  counted() {
    const counts = new Map()
    for (const { fields } of this.entries) {
      for (const word of new Set(Object.values(fields).flatMap(field => [...field]))) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    return counts
  }

  /** How much a word tells: rare words tell much, words that fit every page little, unknown words next to nothing. */
  weight(word) {
    const count = this.counts.get(word)
    if (!count) return this.weights.UNKNOWN * Math.log(1 + this.entries.length)
    const rarity = Math.log(1 + (this.entries.length - count + 0.5) / (count + 0.5))
    return this.general.has(word) ? this.weights.GENERAL * rarity : rarity
  }

  /** A query as the ranking needs it: folded words, each with what else it may stand for, what to leave out, and minutes. */
  asked(query, words) {
    const minutes = tongue.minutes.exec(words.join(" "))?.[1]
    const left = minutes ? words.filter(word => word !== minutes && !tongue.minute.test(word)) : words
    const read = this.phrases.replace(left.map(stem))
    const { kept, without } = negated(read)
    const terms = [...new Set(kept)].map(word => [word])
    const half = open(query)
    if (half && terms.length && !this.speller.owns(half)) terms.at(-1).push(...this.speller.endings(half).map(stem))
    return { terms, without, alone: !read.some(word => stops.has(word)), minutes: Number(minutes ?? 0), size: sum(terms, term => this.termWeight(term)) }
  }

  termWeight(term) {
    return Math.max(...term.map(word => this.weight(word)))
  }

  ranked(asked) {
    if (!asked.terms.length && !asked.minutes) return []
    const allowed = this.entries.filter(entry => !asked.without.some(word => entry.fields.name.has(word)))
    const scored = allowed.map(entry => ({ entry, fits: this.fits(entry, asked), name: this.name(entry, asked), ...this.facts(entry, asked) }))
    const found = scored.filter(each => each.fits || each.fact)
    this.fuse(found, "fits", 1)
    this.fuse(found.filter(each => each.name), "name", this.weights.NAMES)
    this.fuse(found.filter(each => each.fact), "fact", this.weights.NAMES)
    for (const each of found) each.worth *= this.weights.KINDS[each.entry.kind]
    const bare = asked.minutes && asked.terms.every(term => this.general.has(term[0]))
    // What another area is called to the letter leads there: "mid back" is a name of the upper back.
    const called = found.some(({ entry, name }) => entry.part && name > 0.999 && !this.saysPart(entry, asked))
    const leads = each => bare && each.fact === 1 || !called && this.saysPart(each.entry, asked) ? 1 : 0
    found.sort((a, b) => leads(b) - leads(a) || b.worth - a.worth)
    return distinct(found.map(each => ({ ...each.entry, score: each.worth })))
  }

  /** Adds to each what its place in one ranking is worth; equals share a place. */
  fuse(found, key, worth) {
    found.sort((a, b) => b[key] - a[key])
    let place = 0
    for (const [at, each] of found.entries()) {
      if (at && each[key] < found[at - 1][key]) place = at
      each.worth = (each.worth ?? 0) + worth / (this.weights.FALL + place)
    }
  }

  /** BM25F: how well the words of a page's fields fit what was asked. */
  fits({ fields }, { terms }) {
    return sum(terms, term => {
      const worth = sum(Object.keys(fields), name => term.some(word => fields[name].has(word)) ? this.weights.FIELDS[name] : 0)
      return this.termWeight(term) * worth / (this.weights.SOON + worth)
    })
  }

  /** How well the best name of a page fits: 1 where it says just what was asked, less for words too few or too many. */
  name({ called }, asked) {
    return Math.max(0, ...called.map(name => this.nameScore(name, asked)))
  }

  nameScore(name, { terms, size }) {
    const recall = sum(terms, term => term.some(word => name.has(word)) ? this.termWeight(term) : 0) / size
    if (!recall) return 0
    const hit = word => terms.some(term => term.includes(word))
    const precision = sum([...name], word => hit(word) ? this.weight(word) : 0) / sum([...name], word => this.weight(word))
    return recall * (1 - this.weights.WHOLE + this.weights.WHOLE * precision)
  }

  /** What is read as a fact: a routine's minutes, and the exact name of a list. */
  facts(entry, { terms, minutes }) {
    if (minutes && entry.minutes) return { fact: 1 / (1 + Math.abs(entry.minutes - minutes)) }
    return { fact: entry.kind === "list" && this.saysList(entry, terms) ? 1 : 0 }
  }

  /** Whether a query is the name of an area's part of the body and nothing else: "hip" of "Hips and hamstrings". */
  saysPart({ part }, { terms, alone }) {
    return part && alone && terms.length > 0 && terms.every(term => term.some(word => part.has(word)))
      && terms.some(term => !this.general.has(term[0]))
  }

  /** Whether a query names the list's choice and nothing else but "exercises" and the like. */
  saysList({ called }, terms) {
    const told = terms.filter(term => !this.general.has(term[0]))
    const choice = [...(called[1] ?? called[0])].filter(word => !this.general.has(word))
    return told.length > 0 && told.every(term => term.some(word => choice.includes(word)))
      && choice.every(word => told.some(term => term.includes(word)))
  }
}

/** The word that is still being typed, if one is. */
function open(query) {
  return /\S$/.test(query) ? split(query).at(-1) : undefined
}

/** Stems without what is negated, and what that is: in "not pregnant, sore back" pregnancy is left out. */
function negated(stems) {
  const [kept, without] = [[], []]
  let leave = false
  for (const word of stems) {
    if (!stops.has(word)) (leave ? without : kept).push(word)
    leave = negations.has(word) || leave && stops.has(word)
  }
  return kept.length ? { kept, without } : { kept: without, without: [] }
}

/** A title, and what stands outside and inside its brackets. */
function titles(title) {
  const [all, outside, inside] = /^(.*?)\s*\((.*)\)$/.exec(title) ?? []
  return all ? [title, outside, inside] : [title]
}

function distinct(found) {
  const seen = new Set()
  return found.filter(({ title, kind }) => kind !== "word" || !seen.has(title.toLowerCase()) && seen.add(title.toLowerCase()))
}

function sum(list, worth) {
  return list.reduce((total, each) => total + worth(each), 0)
}

/** Every word of the site and of the search's own lists, and how often it stands there. */
function known({ entries, words, danger = {} }, texts) {
  const often = new Map()
  const add = (text, times) => { for (const word of split(text)) often.set(word, (often.get(word) ?? 0) + times) }
  for (const { at, title, names = [], asked = [], facets = "" } of entries) {
    add([title, ...names, ...asked].join(" "), 3)
    add(`${facets} ${texts[at] ?? ""}`, 1)
  }
  add(Object.entries(words.same).flat(2).join(" "), 3)
  add(words.together.map(name => allWords(name).join("")).join(" "), 3)
  add(Object.values(words.not_covered).flatMap(each => each.words).join(" "), 3)
  add(signWords(danger).join(" "), 3)
  return often
}
