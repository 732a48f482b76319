/** The sheet inside the builder: apart from the site's own style, scaled to the screen, in full size on paper. */
import { root } from "../page/catalogue.js"
import { element } from "../page/element.js"
import { fitSheet, ROOM_MM } from "../sheet/fit.js"

const STYLES = [
  "brand.css", "assets/page/tokens.css", "assets/figures/style.css",
  "assets/sheet/layout.css", "assets/sheet/options.css", "assets/sheet/screen.css",
]
const NARROW = matchMedia("(max-width: 52rem)")

/** A place with the sheets' own style sheets around it; nothing of the site's style reaches in. */
export class SheetPaper {
  constructor(host) {
    this.host = host
    this.shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" })
    this.ready = styles().then(text => this.dress(text))
    // In the next frame: a size that changes while sizes are told is an error of the page.
    const soon = () => requestAnimationFrame(() => this.scale())
    for (const each of [host, host.parentElement]) new ResizeObserver(soon).observe(each)
  }

  /** Puts the style around the sheet; browsers of before 2023 know no style sheets made by a script. */
  dress(text) {
    try {
      const style = new CSSStyleSheet()
      style.replaceSync(text)
      this.shadow.adoptedStyleSheets = [style]
    } catch {
      const href = URL.createObjectURL(new Blob([text], { type: "text/css" }))  // the page's policy stops a style element
      return new Promise(resolve => {
        this.style = element("link", { rel: "stylesheet", href, on: { load: resolve, error: resolve } })
        this.shadow.prepend(this.style)
      })
    }
  }

  /** Shows a sheet; `pictured` settles when its pictures are there. Returns whether it fits one page of `paper`. */
  async show(sheet, paper, pictured) {
    for (const old of [...this.shadow.children]) if (old !== this.style) old.remove()
    this.shadow.append(sheet)
    this.host.dataset.paper = paper
    await Promise.all([this.ready, pictured, document.fonts.ready])
    // Drawn anew in the meantime: the newer sheet says whether it fits.
    if (!sheet.isConnected) return null
    // Without an exercise there is nothing to make large, and nothing that could take a second page.
    const high = sheet.querySelector(".card:not(.card-none)") ? fitSheet(sheet, paper) : 0
    this.scale()
    return high <= ROOM_MM[paper]
  }

  /** Scales the paper to its frame with a transform, which leaves every letter's own size alone. */
  scale() {
    const frame = this.host.parentElement
    const sheet = this.shadow.querySelector(".sheet")
    const share = NARROW.matches || !sheet ? 1 : Math.min(1, frame.clientWidth / sheet.offsetWidth)
    this.host.style.setProperty("--scale", share.toFixed(3))
    frame.style.setProperty("--high", NARROW.matches || !sheet ? "auto" : `${Math.ceil(sheet.offsetHeight * share)}px`)
  }
}

// Inside a shadow tree the root is the host; the light colours of paper hold there in the dark scheme too.
async function styles() {
  const texts = await Promise.all(STYLES.map(async path => (await fetch(new URL(path, root))).text()))
  return texts.join("\n").replaceAll(":root", ":host")
}
