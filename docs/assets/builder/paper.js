/** The sheet inside the builder: apart from the site's own style, scaled to the screen, in full size on paper. */
import { root } from "../page/catalogue.js"
import { element } from "../page/element.js"

const STYLES = [
  "brand.css", "assets/page/tokens.css", "assets/figures/style.css", "assets/sheet/layout.css", "assets/sheet/options.css",
]
const SHEET_WIDTH = 810
const SHEET_MM = { a4: 210, letter: 215.9, "": 210 }
// Heights that are left between the margins; a printer's own paper may be the shorter one.
const ROOM_MM = { a4: 281, letter: 263, "": 263 }

/** A place with the sheets' own style sheets around it; nothing of the site's style reaches in. */
export class SheetPaper {
  constructor(host) {
    this.host = host
    this.shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" })
    this.ready = styles().then(text => this.dress(text))
    for (const each of [host, host.parentElement]) new ResizeObserver(() => this.fit()).observe(each)
  }

  /** Puts the style around the sheet; browsers of before 2023 know no style sheets made by a script. */
  dress(text) {
    try {
      const style = new CSSStyleSheet()
      style.replaceSync(text)
      this.shadow.adoptedStyleSheets = [style]
    } catch {
      this.style = element("style", {}, text)
      this.shadow.prepend(this.style)
    }
  }

  show(sheet) {
    this.shadow.replaceChildren(...[this.style, sheet].filter(Boolean))
    this.host.dataset.paper = document.documentElement.dataset.paper ?? ""
    this.fit()
  }

  /** Whether what stands between head and foot is no higher than one page of a paper. */
  async fitsOnePage(paper) {
    await this.ready
    const box = part => this.shadow.querySelector(part).getBoundingClientRect()
    const last = this.shadow.querySelector(".sheet").lastElementChild.getBoundingClientRect()
    return (last.bottom - box(".head").top) / box(".sheet").width * SHEET_MM[paper] <= ROOM_MM[paper]
  }

  fit() {
    const frame = this.host.parentElement
    const scale = Math.min(1, frame.clientWidth / SHEET_WIDTH)
    this.host.style.setProperty("--scale", scale.toFixed(3))
    frame.style.height = `${Math.ceil(this.host.offsetHeight * scale)}px`
  }
}

// Inside a shadow tree the root is the host; the light colours of paper hold there in the dark scheme too.
async function styles() {
  const texts = await Promise.all(STYLES.map(async path => (await fetch(new URL(path, root))).text()))
  return texts.join("\n").replaceAll(":root", ":host")
}
