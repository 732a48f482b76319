/** Phrases filled in: content/phrases.yml gives them. Pure: no page. */

/** A phrase in parts, with what fills its blanks, such as "Week {n}", between them: words or elements. */
export const parts = (phrase, values) => phrase.split(/{(\w+)}/).map((part, at) => at % 2 ? values[part] : part)

/** A phrase with its blanks filled. */
export const fill = (phrase, values) => parts(phrase, values).join("")

/** The form of a phrase for a number: for this very one, else for its kind, else the usual; `more` fills other blanks. */
export const forNumber = (forms, n, { language }, more) =>
  fill(forms[n] ?? forms[new Intl.PluralRules(language).select(n)] ?? forms.other, { n, ...more })
