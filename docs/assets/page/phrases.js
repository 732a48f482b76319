/** Phrases filled in: content/phrases.yml gives them. Pure: no page. */

/** A phrase in parts, with what fills its blanks, such as "Week {n}", between them: words or elements. */
export const parts = (phrase, values) => phrase.split(/{(\w+)}/).map((part, at) => at % 2 ? values[part] : part)

/** A phrase with its blanks filled. */
export const fill = (phrase, values) => parts(phrase, values).join("")

/** A language's rules for numbers cost more to make than all that is asked of them. */
const rules = {}
const kindOf = (n, language) => (rules[language] ??= new Intl.PluralRules(language)).select(n)

/** The form of a phrase for a number: for this very one, else for its kind, else the usual; `more` fills other blanks. */
export const forNumber = (forms, n, { language }, more) =>
  fill(forms[n] ?? forms[kindOf(n, language)] ?? forms.other, { n, ...more })
