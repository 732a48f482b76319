/** The reader's own sheet at /build/: its state is the address, every change can be undone, the page prints the sheet. */
import { loadCatalogue, onEveryPage, root, sayOffline } from "../page/catalogue.js"
import { button, element } from "../page/element.js"
import { fill } from "../page/phrases.js"
import { said } from "../page/words.js"
import { applyPaper, optionControls, withPlace } from "../sheet/options.js"
import { LONGEST_HASH } from "../sheet/hash.js"
import { save } from "../sheet/saved.js"
import { decodeSheet, emptySheet, encodeSheet, newItem } from "../sheet/state.js"
import { readDraft, REFUSED, whyFull, writeDraft } from "../sheet/store.js"
import { clinicFields } from "./clinic.js"
import { codeOf, drawSheet, pictured } from "./draw.js"
import { act, addPicker, cautionBoxes, detailFields, picturePicker, routinePicker } from "./forms.js"
import { readClinic, readPlan } from "./kept.js"
import { SheetPaper } from "./paper.js"
import { planFields } from "./plan.js"
import { readingView } from "./reading.js"
import { exerciseRows, showRowWarnings } from "./rows.js"
import { savedList } from "./saved.js"
import { sharePart } from "./share.js"
import { tickControl, ticked } from "./ticking.js"
import { warnings } from "./warn.js"
import { exercises, oneRound } from "./words.js"

const MOST_UNDO = 100
const SAID_MS = 8000
const sentence = words => words && words[0].toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? "" : ".")

class Builder {
  constructor(place, paper, catalogue) {
    Object.assign(this, { place, catalogue, paper: new SheetPaper(paper) })
    this.sheet = emptySheet()
    this.known = readDraft()
    this.cautions = new Set(this.known.cautions)
    this.past = []
    this.status = element("p", { class: "builder-status", role: "status" })
    this.followButton = act(said.builder.start_now, () => this.follow(), { class: "builder-act main" })
    this.troubles = element("div", { class: "builder-troubles", role: "alert" })
    this.parts = element("div", { class: "builder-parts" })
    this.undoButton = button(said.builder.undo, () => this.undo(), { class: "builder-undo", "data-focus": "undo" })
    this.pictures = picturePicker(this)
    place.replaceChildren(this.troubles, this.parts, this.status)
    place.addEventListener("keydown", event => this.key(event))
    // After the browser's own scrolling, which does not know that a line lies over its foot.
    place.addEventListener("focusin", event => requestAnimationFrame(() => this.uncover(event.target)))
    addEventListener("hashchange", () => this.open(location.hash))
    addEventListener("storage", () => this.refresh())
    addEventListener("pageshow", event => event.persisted && this.refresh())
    this.open(location.hash)
  }

  // --- where a sheet comes from

  open(hash) {
    const routine = /^#from=([a-z0-9-]+)$/.exec(hash)
    if (routine) {
      this.open("")
      return this.startFrom(routine[1])
    }
    const draft = this.known = readDraft()
    // An entry of the history that this page wrote is the reader's own, even when exercises were added elsewhere since.
    const own = hash.length < 2 || history.state?.own || hash.slice(1) === draft.hash
    const { sheet, troubles } = decodeSheet(own ? draft.hash : hash, this.catalogue, { own })
    if (own && !sheet.madeFor) sheet.madeFor = draft.madeFor
    // What a change would lose is saved first: the own sheet behind a link, or what this page cannot read of it.
    this.foreign = !own
    this.unsaved = draft.hash && (!own || troubles.length) ? draft : null
    this.reading = !own && sheet.items.length > 0
    this.past = []
    this.sheet = sheet
    this.cautions = new Set(draft.cautions)
    this.sayTroubles(troubles, own ? said.builder.part_unread : undefined)
    this.show()
    if (own && draft.hash && !troubles.length) history.replaceState({ own: true }, "", `#${draft.hash}`)
  }

  /** Takes over what was added to the sheet, ticked or typed on another page or in another tab. */
  refresh() {
    const draft = readDraft()
    if (this.foreign) {
      if (draft.hash) this.unsaved = draft
    } else if (draft.hash !== this.hash) this.open("")
    else if (draft.madeFor !== this.sheet.madeFor || String(draft.cautions) !== String([...this.cautions])) {
      this.known = draft
      this.sheet = { ...this.sheet, madeFor: draft.madeFor }
      this.cautions = new Set(draft.cautions)
      this.show()
    }
  }

  sayTroubles(troubles, words = said.builder.link_unread) {
    const back = this.unsaved && this.foreign
      ? element("p", { class: "note" }, `${said.builder.foreign} `,
        button(said.builder.go_back, () => this.goBack()))
      : null
    const list = troubles.length ? element("ul", {}, troubles.slice(0, 12).map(each => element("li", {}, each))) : null
    const lead = list ? element("p", {}, element("b", {}, words)) : null
    this.troubles.replaceChildren(...[back, list && element("div", { class: "builder-damage" }, lead, list)].filter(Boolean))
  }

  goBack() {
    history.replaceState(null, "", location.pathname)
    this.open("")
  }

  /** From reading somebody's sheet to changing it. */
  edit() {
    this.reading = false
    this.show({ focus: "add" })
  }

  /** Keeps the sheet that is read among the saved ones; the reader's own stays what it is. */
  keepRead() {
    this.say(save(encodeSheet(this.sheet), this.sheet.madeFor) || said.builder.kept_read)
  }

  // --- changes

  /** Takes a changed sheet; `told` is told to screen readers, `focus` names the control to stand on afterwards. */
  change(sheet, { told = "", focus = null, rebuild = true } = {}) {
    const trouble = encodeSheet(sheet).length > LONGEST_HASH ? said.site.too_long : this.keep(sheet)
    if (trouble && trouble !== REFUSED) {
      this.show()                                              // what was typed goes, what was there stays
      return this.say(trouble)
    }
    this.past = [...this.past, this.sheet].slice(-MOST_UNDO)
    this.sheet = sheet
    this.show({ rebuild, focus })
    this.say(trouble || told)
  }

  undo() {
    const before = this.past.pop()
    if (!before) return this.say(said.builder.nothing_to_undo)
    const trouble = this.keep(before)
    this.sheet = before
    this.show({ focus: "undo" })
    this.say(trouble || said.builder.undone)
  }

  /** Keeps a sheet as the reader's own; why that could not be, or nothing. */
  keep(sheet) {
    const hash = encodeSheet(sheet)
    // A sheet that would be lost is saved first; where that fails, nothing is overwritten.
    const trouble = this.unsaved ? save(this.unsaved.hash, this.unsaved.madeFor) : ""
    if (trouble) return trouble
    this.unsaved = null
    this.foreign = this.reading = false
    history.replaceState({ own: true }, "", `#${hash}`)
    const there = readDraft()
    const changed = (name, value) => String(value) === String(this.known[name]) ? there[name] : value
    this.known = {
      hash, madeFor: changed("madeFor", sheet.madeFor), cautions: changed("cautions", [...this.cautions]),
    }
    return writeDraft(this.known) ? "" : REFUSED
  }

  add(id, focus = "add") {
    const exercise = this.catalogue.exercises.get(id)
    if (!exercise) return
    const full = whyFull(encodeSheet(this.sheet))
    if (full) return this.say(full)
    const items = [...this.sheet.items, newItem(exercise, this.sheet.phase === this.catalogue.fresh)]
    this.change({ ...this.sheet, items }, { told: fill(said.builder.is_number, { name: exercise.name, n: items.length }), focus })
  }

  startFrom(id) {
    const routine = this.catalogue.routines.get(id)
    if (!routine) return
    const items = routine.items.map(item => ({ ...item, side: "both", note: sentence(item.note) }))
    const had = this.sheet.items.length > 0
    const trouble = had ? save(encodeSheet(this.sheet), this.sheet.madeFor) : ""
    if (trouble && trouble !== REFUSED) return this.say(fill(said.builder.stays, { trouble }))
    const started = had && !trouble ? said.builder.started_saved : said.builder.started
    this.change({ ...this.sheet, title: routine.name, phase: routine.phase, items }, { told: fill(started, routine), focus: "routine" })
  }

  tick(cautions) {
    this.cautions = cautions
    // Ticks belong to the device, not to the sheet that a link brought.
    const kept = this.foreign ? writeDraft({ ...readDraft(), cautions: [...cautions] }) && "" : this.keep(this.sheet)
    this.show({ rebuild: false })
    this.say(kept === false ? REFUSED : kept)
  }

  key(event) {
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select")
    if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || typing) return
    event.preventDefault()
    this.undo()
  }

  // --- what stands on the page

  show({ rebuild = true, focus = null } = {}) {
    if (rebuild) this.build()
    this.undoButton.toggleAttribute("disabled", this.past.length === 0)
    this.hash = encodeSheet(this.sheet)
    this.showSummary()
    const shown = this.place.querySelector(".builder-share input")
    if (shown) shown.value = this.link
    applyPaper(this.sheet.options.paper)
    this.showPages(this.drawn())
    if (focus) this.place.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus()
  }

  drawn() {
    const code = this.sheet.items.length ? codeOf(`${this.catalogue.lines.site}build/#${this.hash}`) : null
    return ticked(this, drawSheet({ ...this.sheet, options: withPlace(this.sheet.options) }, this.catalogue, { clinic: readClinic(), plan: readPlan(), code }))
  }

  build() {
    this.summary = element("div", { class: "builder-summary" })
    if (this.reading) return this.parts.replaceChildren(readingView(this), this.summary)
    this.followButton.hidden = !this.sheet.items.length
    const setOptions = options => this.change({ ...this.sheet, options }, { rebuild: false })
    this.parts.replaceChildren(
      this.part(said.builder.pick, addPicker(this), this.pictures, routinePicker(this)),
      this.part(said.builder.rows, exerciseRows(this), this.undoButton, " ", this.emptyButton(), this.summary, this.followButton),
      this.part(said.builder.whose, detailFields(this), clinicFields(this), planFields(this), cautionBoxes(this)),
      this.part(said.builder.print_share, optionControls(withPlace(this.sheet.options), places(this.catalogue), this.catalogue.words, setOptions), tickControl(this), sharePart(this)),
      this.part(said.builder.saved_here, savedList(this)))
  }

  follow() {
    return this.fetched(import("../follow/start.js").then(({ start }) => start(`sheet/${this.hash}`)))
  }

  /** What a script gives that is fetched when the reader asks for it; says so, and gives nothing, where it does not come. */
  fetched(script) {
    return script.catch(() => this.say(said.builder.not_loaded))
  }

  emptyButton() {
    const empty = () => this.change(emptySheet(), { told: said.builder.emptied, focus: "add" })
    return button(said.builder.empty, empty, { disabled: this.sheet.items.length === 0 })
  }

  part(title, ...children) {
    return element("section", { class: "builder-part" }, element("h2", {}, title), children)
  }

  showSummary() {
    const { sheet, catalogue } = this
    const found = warnings(sheet, catalogue, this.cautions)
    const words = found.map(each => each.words)
    this.fresh = words.find(each => this.warned?.includes(each) === false)
    this.warned = words
    const count = sheet.items.length
    this.pages = element("p", { class: "builder-pages", role: "status", hidden: true }, said.builder.two_pages)
    this.summary.replaceChildren(
      element("p", { class: "builder-minutes" }, count
        ? fill(said.builder.summary, { exercises: exercises(count), takes: oneRound(sheet, catalogue) }) : said.builder.none_yet),
      this.pages,
      warningList(this.reading ? found : found.filter(each => each.at === null)))
    showRowWarnings(this, found)
  }

  /** Settles when the sheet can be printed; whether all of its pictures came. */
  async whole() {
    const all = await pictured(this.sheet)
    await this.paper.ready
    if (all) await this.showPages(this.drawn())
    return all
  }

  // Only the drawn sheet knows: notes and pictures make it longer.
  async showPages(drawn) {
    const fits = await this.paper.show(drawn, this.sheet.options.paper, pictured(this.sheet))
    if (fits !== null) this.pages.hidden = fits
  }

  /** Says something for a while, and the weightiest new warning: long enough to read, then out of the way of what lies under it. */
  say(words) {
    this.status.textContent = [words, this.fresh].filter(Boolean).join(" ")
    this.fresh = ""
    clearTimeout(this.silence)
    this.silence = setTimeout(() => { this.status.textContent = "" }, SAID_MS)
  }

  /** Scrolls what has the focus out from under the line that says something at the foot of the window. */
  uncover(focused) {
    const [box, line] = [focused.getBoundingClientRect(), this.status.getBoundingClientRect()]
    if (this.status.textContent && !this.status.contains(focused) && box.bottom > line.top && box.top < line.bottom)
      scrollBy({ top: box.bottom - line.top + 12, behavior: "instant" })
  }

  /** The link to this sheet on the site the reader is on. */
  get link() {
    return `${new URL("build/", root).href}#${this.hash}`
  }
}

const places = ({ lines }) => lines.emergency.map(({ place, number, where }) => [place, `${number} (${where})`])

const warningList = found => found.length
  ? element("ul", { class: "builder-warnings", "aria-label": said.builder.please_look }, found.map(each => element("li", {}, each.words)))
  : ""

onEveryPage(() => {
  const [place, paper] = [document.getElementById("builder"), document.getElementById("builder-sheet")]
  if (!place || place.dataset.started) return
  place.dataset.started = "yes"
  loadCatalogue().then(catalogue => new Builder(place, paper, catalogue)).catch(() => sayOffline(place))
})
