/** Controls that many forms have, each with what is done when the reader changes it. */
import { element } from "./element.js"

/** A list to choose one value from: { value: words }, or pairs of them. */
export function choice(values, chosen, take, attributes = {}) {
  const pairs = Array.isArray(values) ? values : Object.entries(values)
  return element("select", { ...attributes, on: { change: event => take(event.target.value) } },
    pairs.map(([value, words]) => element("option", { value, selected: value === chosen }, words)))
}

/** A box to tick, with its words beside it. */
export const tick = (words, checked, take, attributes) => element("label", attributes,
  element("input", { type: "checkbox", checked, on: { change: event => take(event.target.checked) } }), ` ${words}`)

/** A control with its words above it. */
export const labelled = (words, control, attributes) => element("label", attributes, element("span", {}, words), control)
