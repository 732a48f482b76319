/**
 * <moving-figure exercise="cat-cow"></moving-figure>: a moving figure on any site, from a handbook's own address.
 *
 * The script that this module came by says which handbook; its licence and the way to the exercise always stand below.
 * `scheme="dark"` gives the colours for a dark page. Nothing starts by itself; nothing is asked of another host.
 */
import { calm, filmsOf, openFilm, phrases } from "./picture.js"

const SITE = new URL("../../", import.meta.url)
const SHORTEST = 4
const LAID_OUT = `:host{display:block;max-width:40rem;font:1rem/1.4 system-ui,sans-serif}
  canvas{background:var(--fig-paper)}button{min-width:2.75rem;min-height:2.75rem;margin:.4rem .4rem 0 0;padding:.3rem .8rem;border:1px solid;border-radius:99px;background:none;color:inherit;font:inherit;cursor:pointer}
  p{margin:.3rem 0;font-size:.85rem}a{color:inherit}`

let colours = null

/** The handbook's colours of figures, for an element of their own. */
function coloured() {
  colours ??= Promise.all([`${SITE}brand.css`, new URL("style.css", import.meta.url)].map(each => fetch(each).then(answer => answer.ok ? answer.text() : "")))
    .then(texts => texts.join("").replaceAll(":root", ":host").replace('[data-md-color-scheme="slate"]:not(.on-desk)', ":host([scheme=dark])"))
  return colours
}

const { fill, parts } = phrases
const tag = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more })

class MovingFigure extends HTMLElement {
  async connectedCallback() {
    if (this.shadowRoot) return
    const root = this.attachShadow({ mode: "open" }), slug = this.getAttribute("exercise"), picture = tag("div", "")
    const { films, handbook, words } = await filmsOf(SITE.href), entry = films[slug]
    if (!entry) return root.append(tag("p", fill(words.unknown, { name: slug })))
    root.append(tag("style", await coloured() + LAID_OUT), picture, ...this.whose(entry, handbook, words))
    this.film = await openFilm(picture, slug)
    if (!this.film) return
    picture.firstChild.setAttribute("role", "img")
    picture.firstChild.setAttribute("aria-label", fill(words.moving, { name: entry.name }))
    picture.after(...this.buttons(entry, words))
  }

  disconnectedCallback() { this.film?.dispose() }

  buttons({ move }, words) {
    const { film } = this, names = [...new Set(film.letters)]
    const play = tag("button", words.play, { onclick: () => calm() ? film.step() : film.play(Math.max(SHORTEST, move)) })
    return [play, ...names.map(letter => tag("button", letter, { ariaLabel: fill(words.picture, { letter }), onclick: () => film.show(letter) }))]
  }

  /** The line below the picture: what it shows, whose it is, and how it may be used. */
  whose({ name, address }, { title, licence }, words) {
    const line = document.createElement("p")
    line.append(...parts(words.whose, {
      name: tag("a", name, { href: new URL(`${address}/`, SITE).href }), book: tag("a", title, { href: SITE.href }),
      licence: tag("a", licence.name, { href: licence.address, rel: "license" }),
    }))
    return [line]
  }
}

customElements.define("moving-figure", MovingFigure)
