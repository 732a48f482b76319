/** The sheet inside the builder: apart from the site's own style, scaled to the screen, in full size on paper. */
import { root } from "../page/catalogue.js"

const STYLES = [
  "brand.css", "assets/page/tokens.css", "assets/figures/style.css", "assets/sheet/layout.css", "assets/sheet/options.css",
]
const SHEET_WIDTH = 810
const SHEET_MM = 210
// Heights that are left between the margins; a printer's own paper may be the shorter one.
const ROOM_MM = { a4: 281, letter: 263, "": 263 }

/** A place with the sheets' own style sheets around it; nothing of the site's style reaches in. */
export class SheetPaper {
  constructor(host) {
    this.host = host
    this.shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" })
    this.ready = styles().then(style => { this.shadow.adoptedStyleSheets = [style] })
    new ResizeObserver(() => this.fit()).observe(host.parentElement)
  }

  show(sheet) {
    this.shadow.replaceChildren(sheet)
    this.host.dataset.paper = document.documentElement.dataset.paper ?? ""
    this.fit()
  }

  /** Whether what stands between head and foot is no higher than one page of a paper. */
  async fitsOnePage(paper) {
    await this.ready
    const box = part => this.shadow.querySelector(part).getBoundingClientRect()
    const last = this.shadow.querySelector(".sheet").lastElementChild.getBoundingClientRect()
    return (last.bottom - box(".head").top) / box(".sheet").width * SHEET_MM <= ROOM_MM[paper]
  }

  fit() {
    const scale = Math.min(1, this.host.parentElement.clientWidth / SHEET_WIDTH)
    this.host.style.setProperty("--scale", scale.toFixed(3))
  }
}

// Inside a shadow tree the root is the host; the light colours of paper hold there in the dark scheme too.
async function styles() {
  const texts = await Promise.all(STYLES.map(async path => (await fetch(new URL(path, root))).text()))
  const style = new CSSStyleSheet()
  style.replaceSync(texts.join("\n").replaceAll(":root", ":host"))
  return style
}
