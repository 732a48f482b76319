/** Print, copy the link, save. */
import { labelled } from "../page/controls.js"
import { element } from "../page/element.js"
import { encodeSheet } from "../sheet/state.js"
import { save } from "../sheet/saved.js"
import { act } from "./forms.js"
import { asText } from "./notes.js"

/** The buttons, and the link as text for those whose browser does not copy. */
export function sharePart(builder) {
  const mark = event => event.target.select()
  const link = element("input", { type: "text", readonly: true, "aria-label": "Link to this sheet", on: { focus: mark } })
  return element("div", { class: "builder-share" },
    act("Print", () => printWhole(builder), { class: "builder-act main" }),
    act("Copy the link", () => copyLink(builder, link)),
    act("Copy as text for the notes", () => copyText(builder)),
    act("Save on this device", () => keep(builder)),
    labelled("The link holds the whole sheet, with title and notes", link))
}

/** Prints once the pictures and the style are there, or says what is missing on the paper. */
export async function printWhole(builder) {
  builder.say("Getting pictures …")
  const all = await builder.whole()
  builder.say(all ? "" : "Some pictures could not be loaded. They are missing on the paper.")
  print()
}

function copyLink(builder, link) {
  link.value = builder.link
  return copy(builder, builder.link, "The link is copied.", () => link.focus())
}

function copyText(builder) {
  const text = asText(builder.sheet, builder.catalogue, builder.link)
  return copy(builder, text, "The text is copied.", () => {
    const area = element("textarea", { readonly: true, rows: 6, "aria-label": "The sheet as text" }, text)
    builder.place.querySelector(".builder-share textarea")?.remove()
    builder.place.querySelector(".builder-share").append(area)
    area.select()
  })
}

/** Copies words and says so; where the browser does not, `mark` shows and marks them. */
async function copy(builder, words, said, mark) {
  try {
    await navigator.clipboard.writeText(words)
    builder.say(said)
  } catch {
    mark()
    builder.say("Your browser does not copy by itself. It is marked: press Ctrl+C.")
  }
}

function keep(builder) {
  if (!builder.sheet.items.length) return builder.say("There is nothing to save yet.")
  const trouble = save(encodeSheet(builder.sheet), builder.sheet.madeFor)
  builder.show()
  builder.say(trouble || "Saved on this device.")
}
