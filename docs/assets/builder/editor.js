/** The reader's own sheet at /build/: its state is the address, every change can be undone, the page prints the sheet. */
import { loadCatalogue, onEveryPage, root, sayOffline } from "../page/catalogue.js"
import { button, element } from "../page/element.js"
import { applyPaper, optionControls } from "../sheet/options.js"
import { decodeSheet, emptySheet, encodeSheet, newItem } from "../sheet/state.js"
import { readDraft, save, writeDraft } from "../sheet/store.js"
import { drawSheet, pictured } from "./draw.js"
import { act, addPicker, cautionBoxes, detailFields, routinePicker } from "./forms.js"
import { SheetPaper } from "./paper.js"
import { qrSquare } from "./qr.js"
import { exerciseRows } from "./rows.js"
import { savedList } from "./saved.js"
import { sharePart } from "./share.js"
import { minutes, warnings } from "./words.js"

const MOST_UNDO = 100

class Builder {
  constructor(place, paper, catalogue) {
    Object.assign(this, { place, catalogue, paper: new SheetPaper(paper) })
    this.sheet = emptySheet()
    this.cautions = new Set(readDraft().cautions)
    this.past = []
    this.status = element("p", { class: "builder-status", role: "status", "aria-live": "polite" })
    this.followButton = act("Start now", () => this.follow(), { class: "builder-act main" })
    this.troubles = element("div", { class: "builder-troubles", role: "alert" })
    this.parts = element("div", { class: "builder-parts" })
    this.undoButton = button("Undo", () => this.undo(), { class: "builder-undo", "data-focus": "undo" })
    place.replaceChildren(this.troubles, this.parts, this.status)
    place.addEventListener("keydown", event => this.key(event))
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
    const draft = readDraft()
    // An entry of the history that this page wrote is the reader's own, even when exercises were added elsewhere since.
    const own = hash.length < 2 || history.state?.own || hash.slice(1) === draft.hash
    const { sheet, troubles } = decodeSheet(own ? draft.hash : hash, this.catalogue)
    if (own && !sheet.madeFor) sheet.madeFor = draft.madeFor
    this.foreign = !own && draft.hash !== "" ? draft : null
    this.past = []
    this.sheet = sheet
    this.sayTroubles(troubles)
    this.show()
    if (own && draft.hash) this.keep()
  }

  /** Takes over what was added to the sheet on another page or in another tab. */
  refresh() {
    if (!this.foreign && readDraft().hash !== this.hash) this.open("")
  }

  sayTroubles(troubles) {
    const back = this.foreign
      ? element("p", { class: "note" }, "This is a sheet from a link. Your own sheet is kept. ",
        button("Back to my own sheet", () => this.goBack()))
      : null
    const list = troubles.length ? element("ul", {}, troubles.slice(0, 12).map(each => element("li", {}, each))) : null
    const lead = list ? element("p", {}, element("b", {}, "Part of this link could not be used:")) : null
    this.troubles.replaceChildren(...[back, list && element("div", { class: "builder-damage" }, lead, list)].filter(Boolean))
  }

  goBack() {
    history.replaceState(null, "", location.pathname)
    this.open("")
  }

  // --- changes

  /** Takes a changed sheet; `said` is told to screen readers, `focus` names the control to stand on afterwards. */
  change(sheet, { said = "", focus = null, rebuild = true } = {}) {
    this.past = [...this.past, this.sheet].slice(-MOST_UNDO)
    this.sheet = sheet
    this.keep()
    this.show({ rebuild, focus })
    this.say(said)
  }

  undo() {
    const before = this.past.pop()
    if (!before) return this.say("There is nothing to undo.")
    this.sheet = before
    this.keep()
    this.show({ focus: "undo" })
    this.say("Undone.")
  }

  keep() {
    // A link's sheet replaces the reader's own only now, at the first change, and the own one is saved first.
    if (this.foreign) save(this.foreign.hash, this.foreign.madeFor)
    this.foreign = null
    this.hash = encodeSheet(this.sheet)
    history.replaceState({ own: true }, "", `#${this.hash}`)
    const kept = writeDraft({ hash: this.hash, madeFor: this.sheet.madeFor, cautions: [...this.cautions] })
    if (!kept) this.say("This device does not let the page keep anything. Copy the link to keep your sheet.")
  }

  add(id) {
    const exercise = this.catalogue.exercises.get(id)
    if (!exercise) return
    const items = [...this.sheet.items, newItem(exercise, this.sheet.phase)]
    this.change({ ...this.sheet, items }, { said: `${exercise.name} is number ${items.length}.`, focus: "add" })
  }

  startFrom(id) {
    const routine = this.catalogue.routines.get(id)
    if (!routine) return
    const items = routine.items.map(item => ({ ...item, side: "both" }))
    const had = this.sheet.items.length > 0 && save(encodeSheet(this.sheet), this.sheet.madeFor)
    this.change({ ...this.sheet, title: routine.name, phase: routine.phase, items }, { focus: "routine" })
    this.say(`Started from ${routine.name}.${had ? " Your last sheet is in the list of saved ones." : ""}`)
  }

  async follow() {
    try {
      const { start } = await import("../follow/start.js")
      await start(`sheet/${this.hash}`)
    } catch {
      this.say("The player could not be loaded. Try again when you are online.")
    }
  }

  tick(cautions) {
    this.cautions = cautions
    this.keep()
    this.show({ rebuild: false })
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
    this.followButton.hidden = !this.sheet.items.length
    this.hash = encodeSheet(this.sheet)
    this.showSummary()
    this.place.querySelector(".builder-share input").value = this.link
    applyPaper(this.sheet.options.paper)
    const link = `${this.catalogue.lines.site}build/#${this.hash}`
    this.paper.show(drawSheet(this.sheet, this.catalogue, this.sheet.items.length ? qrSquare(link) : null))
    this.showPages()
    if (focus) this.place.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus()
  }

  build() {
    this.summary = element("div", { class: "builder-summary", "aria-live": "polite" })
    const setOptions = options => this.change({ ...this.sheet, options }, { rebuild: false })
    this.parts.replaceChildren(
      this.part("Pick", addPicker(this), routinePicker(this)),
      this.part("Your exercises", exerciseRows(this), this.undoButton, " ", this.emptyButton(), this.summary, this.followButton),
      this.part("Whose sheet", detailFields(this), cautionBoxes(this)),
      this.part("Print and share", optionControls(this.sheet.options, setOptions), sharePart(this)),
      this.part("Saved on this device", savedList(this)))
  }

  emptyButton() {
    const empty = () => this.change(emptySheet(), { said: "The sheet is empty. Undo brings it back.", focus: "add" })
    return button("Empty the sheet", empty, { disabled: this.sheet.items.length === 0 })
  }

  part(title, ...children) {
    return element("section", { class: "builder-part" }, element("h2", {}, title), children)
  }

  showSummary() {
    const { sheet, catalogue } = this
    const found = sheet.items.length ? warnings(sheet, catalogue, this.cautions) : []
    const count = sheet.items.length
    const exercises = `${count} exercise${count === 1 ? "" : "s"}`
    this.pages = element("p", { class: "builder-pages", hidden: true }, "It takes more than one page.")
    this.summary.replaceChildren(
      element("p", { class: "builder-minutes" }, count ? `${exercises}, about ${minutes(sheet, catalogue)} minutes for one round.` : "No exercise yet."),
      this.pages,
      found.length ? warningList(found) : "")
  }

  // Only the drawn sheet knows: notes and pictures make it longer.
  async showPages() {
    await pictured(this.sheet)
    const fits = await this.paper.fitsOnePage(this.sheet.options.paper)
    this.pages.hidden = fits
  }

  say(words) {
    this.status.textContent = words
  }

  /** The link to this sheet on the site the reader is on. */
  get link() {
    return `${new URL("build/", root).href}#${this.hash}`
  }
}

const warningList = found =>
  element("ul", { class: "builder-warnings", "aria-label": "Please look at this" }, found.map(each => element("li", {}, each)))

onEveryPage(() => {
  const [place, paper] = [document.getElementById("builder"), document.getElementById("builder-sheet")]
  if (!place || place.dataset.started) return
  place.dataset.started = "yes"
  loadCatalogue().then(catalogue => new Builder(place, paper, catalogue)).catch(() => sayOffline(place))
})
