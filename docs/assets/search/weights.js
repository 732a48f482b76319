/* Fitted by tests/search/fit.py on the training queries, not by hand. */

/** What a word is worth in each field of a page, and how soon more of it adds nothing. */
export const FIELDS = { name: 16.8, asked: 3, facets: 1.5, text: 0.5 }
export const SOON = 2

/** How little a word tells that fits every page, and one that no page has. */
export const GENERAL = 0.98
export const UNKNOWN = 0.25

/** What a name says for it when all its words were asked for. */
export const WHOLE = 0.9

/** How fast a place further down a list of ranks loses its worth, and what the list of names counts. */
export const FALL = 1.41
export const NAMES = 1.5

/** What each kind of page is worth beside an exercise. */
export const KINDS = { exercise: 1, routine: 0.75, guidance: 1, area: 1, list: 0.9, muscle: 0.9, word: 0.84, index: 1 }
