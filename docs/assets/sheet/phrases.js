/** The words that a sheet has of itself, filled in: content/phrases.yml gives them. Pure: no page. */

/** A phrase with its blanks filled, such as "Week {n}". */
export const fill = (phrase, values) => phrase.replace(/{(\w+)}/g, (_, name) => values[name])

/** The form of a phrase for a number: for this very one, else for its kind, else the usual. */
export const forNumber = (forms, n, { language }) =>
  fill(forms[n] ?? forms[new Intl.PluralRules(language).select(n)] ?? forms.other, { n })
