/** Print, copy the link, save. */
import { labelled } from "../page/controls.js"
import { element } from "../page/element.js"
import { said } from "../page/words.js"
import { encodeSheet } from "../sheet/state.js"
import { save } from "../sheet/saved.js"
import { act } from "./forms.js"
import { asText } from "./notes.js"

/** The buttons, and the link as text for those whose browser does not copy. */
export function sharePart(builder) {
  const mark = event => event.target.select()
  const link = element("input", { type: "text", readonly: true, "aria-label": said.builder.link, on: { focus: mark } })
  return element("div", { class: "builder-share" },
    act(said.builder.print, () => printWhole(builder), { class: "builder-act main" }),
    act(said.builder.copy_link, () => copyLink(builder, link)),
    act(said.builder.copy_text, () => copyText(builder)),
    act(said.builder.save, () => keep(builder)),
    labelled(said.builder.link_holds, link))
}

/** Prints once the pictures and the style are there, or says what is missing on the paper. */
export async function printWhole(builder) {
  builder.say(said.builder.getting)
  const all = await builder.whole()
  builder.say(all ? "" : said.builder.some_missing)
  print()
}

function copyLink(builder, link) {
  link.value = builder.link
  return copy(builder, builder.link, said.builder.link_copied, () => link.focus())
}

function copyText(builder) {
  const text = asText(builder.sheet, builder.catalogue, builder.link)
  return copy(builder, text, said.builder.text_copied, () => {
    const area = element("textarea", { readonly: true, rows: 6, "aria-label": said.builder.as_text }, text)
    builder.place.querySelector(".builder-share textarea")?.remove()
    builder.place.querySelector(".builder-share").append(area)
    area.select()
  })
}

/** Copies words and says so; where the browser does not, `mark` shows and marks them. */
async function copy(builder, words, done, mark) {
  try {
    await navigator.clipboard.writeText(words)
    builder.say(done)
  } catch {
    mark()
    builder.say(said.builder.not_copied)
  }
}

function keep(builder) {
  if (!builder.sheet.items.length) return builder.say(said.builder.nothing_to_save)
  const trouble = save(encodeSheet(builder.sheet), builder.sheet.madeFor)
  builder.show()
  builder.say(trouble || said.builder.saved)
}
