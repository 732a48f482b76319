/** Elements from words: whatever a child holds, it becomes text and never markup. */

/** An element with attributes and children; `on` maps events to listeners, null children are skipped. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener)
    else if (name === "style") made.style.cssText = value // as an attribute the page's policy stops it
    else if (value === true) made.setAttribute(name, "")
    else if (value !== false && value != null) made.setAttribute(name, value)
  }
  made.append(...children.flat().filter(child => child != null && child !== false))
  return made
}

/** A push button with words. */
export const button = (words, act, attributes = {}) =>
  element("button", { type: "button", on: { click: act }, ...attributes }, words)
