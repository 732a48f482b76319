/* By which words and rules a query is read: English is known by heart, of another language what content/search.yml tells. */

import { NEGATION, POINTERS, STOP } from "./english.js"

const ENGLISH = {
  english: true, pointers: new Set(POINTERS), passing: STOP, negation: NEGATION,
  minutes: /\b(\d+) ?min(ute)?s?\b/, minute: /^min(ute)?s?$/,
}

/** What holds now. Endings, sounds and slips that are English alone hold only where `english` says so. */
export let tongue = ENGLISH

/** Whether a tag such as "en-GB" is English. */
export const isEnglish = (tag = "en") => /^en\b/.test(tag)

/** Reads queries in a language from now on; its small words are plain ones, as `allWords` gives them. */
export function speak(tag, { pointers, passing, negation }) {
  tongue = isEnglish(tag) ? ENGLISH : {
    english: false, pointers: new Set(pointers), passing, negation, minutes: /\b(\d+) ?min\p{L}*/u, minute: /^min\p{L}*$/u,
  }
}
