/* Knows what people look for and the book does not cover. */

export class Elsewhere {
  /** `topics` is what content/search.yml names; `fold` makes a phrase the stems of a query. */
  constructor(topics, fold) {
    this.topics = Object.values(topics).map(topic => ({ ...topic, phrases: topic.words.map(fold).filter(all => all.length) }))
  }

  /** The topic that a query is about and nothing else, or null; `passing` says whether a word may stand beside it. */
  of(stems, passing) {
    const about = phrase => phrase.every(word => stems.includes(word))
      && stems.every(word => phrase.includes(word) || passing(word))
    return this.topics.find(topic => topic.phrases.some(about)) ?? null
  }
}
