/** The exercises of the sheet as rows: order by buttons or by drag, numbers within the handbook's limits, notes. */
import { root } from "../page/catalogue.js"
import { choice, labelled } from "../page/controls.js"
import { button, element } from "../page/element.js"
import { fill } from "../page/phrases.js"
import { said } from "../page/words.js"
import { plain, TEXT_LIMITS } from "../sheet/hash.js"
import { within } from "../sheet/state.js"
import { DOSE, REMOVE } from "./warn.js"

const NUMBERS = ["hold", "repetitions", "sets", "times"]

/** The list of rows. */
export function exerciseRows(builder) {
  const list = element("ol", { class: "builder-rows" }, builder.sheet.items.map((item, index) => row(builder, item, index)))
  for (const grip of list.querySelectorAll(".grip")) grip.addEventListener("pointerdown", event => drag(event, list, builder))
  return list
}

function row(builder, item, index) {
  const exercise = builder.catalogue.exercises.get(item.id)
  return element("li", { "data-index": index },
    element("div", { class: "row-head" },
      element("img", { class: "row-picture", src: new URL(`figures/${exercise.id}.svg`, root).href, alt: "", width: 72, height: 54, loading: "lazy" }),
      element("span", { class: "grip", "aria-hidden": "true", title: said.builder.drag }, "⠿"),
      element("a", { href: new URL(`${exercise.address}/`, root).href }, `${index + 1}. ${exercise.name}`),
      moves(builder, exercise, index)),
    element("div", { class: "row-dose", role: "group", "aria-label": fill(said.builder.how_much, exercise) },
      NUMBERS.map(name => number(builder, item, index, name)),
      period(builder, item, index), exercise.sides === "together" ? null : sides(builder, item, index)),
    note(builder, item, index),
    element("ul", { class: "row-warnings", "aria-label": fill(said.builder.row_look, exercise), hidden: true }))
}

/** Puts each warning into its row, with the button that does what it says. */
export function showRowWarnings(builder, found) {
  for (const list of builder.place.querySelectorAll(".row-warnings")) {
    const at = Number(list.closest("li").dataset.index)
    const own = found.filter(each => each.at === at)
    list.hidden = own.length === 0
    list.replaceChildren(...own.map(each => element("li", {}, element("span", {}, each.words), remedy(builder, at, each.act))))
  }
}

function remedy(builder, at, act) {
  const { name, dose } = builder.catalogue.exercises.get(builder.sheet.items[at].id)
  if (act === REMOVE) return button(said.builder.remedy_remove, () => remove(builder, at), { "aria-label": fill(said.builder.remedy_remove_one, { name }) })
  return act === DOSE && button(said.builder.remedy_dose, () => handbookDose(builder, at, name, dose), { "aria-label": fill(said.builder.remedy_dose_one, { name }) })
}

function handbookDose(builder, at, name, { hold, repetitions, sets, times, per }) {
  const items = builder.sheet.items.map((item, index) => index === at ? { ...item, hold, repetitions, sets, times, per } : item)
  builder.change({ ...builder.sheet, items }, { told: fill(said.builder.dose_back, { name }), focus: `hold-${at}` })
}

function moves(builder, exercise, index) {
  const last = builder.sheet.items.length - 1
  const to = (step, name) => () => move(builder, index, index + step, name)
  return element("span", { class: "row-moves" },
    button("↑", to(-1, "up"), { "aria-label": fill(said.builder.up, exercise), "data-focus": `up-${index}`, disabled: index === 0 }),
    button("↓", to(1, "down"), { "aria-label": fill(said.builder.down, exercise), "data-focus": `down-${index}`, disabled: index === last }),
    button(said.builder.remove, () => remove(builder, index), { "aria-label": fill(said.builder.remove_one, exercise), "data-focus": `remove-${index}` }))
}

/** Moves a row; the focus follows it, on the other button where this one can go no further. */
function move(builder, from, to, name) {
  const items = [...builder.sheet.items]
  const [item] = items.splice(from, 1)
  items.splice(to, 0, item)
  const end = name === "up" ? 0 : items.length - 1
  const focus = name && `${to === end ? { up: "down", down: "up" }[name] : name}-${to}`
  const { name: moved } = builder.catalogue.exercises.get(item.id)
  builder.change({ ...builder.sheet, items }, { told: fill(said.builder.moved, { name: moved, n: to + 1, total: items.length }), focus })
}

function remove(builder, index) {
  const items = builder.sheet.items.filter((_, at) => at !== index)
  const name = builder.catalogue.exercises.get(builder.sheet.items[index].id).name
  const focus = items.length ? `remove-${Math.min(index, items.length - 1)}` : "add"
  builder.change({ ...builder.sheet, items }, { told: fill(said.builder.removed, { name }), focus })
}

// The rows stay as they are: a rebuilt row would take the focus away while the reader types.
function set(builder, index, values, told) {
  const items = builder.sheet.items.map((item, at) => at === index ? { ...item, ...values } : item)
  builder.change({ ...builder.sheet, items }, { told, rebuild: false })
}

function number(builder, item, index, name) {
  const [least, most] = builder.catalogue.limits[name]
  const called = said.builder[name]
  const take = ({ target }) => {
    const value = /^\d+$/.test(target.value.trim()) ? Number(target.value) : NaN
    if (within(value, [least, most])) return set(builder, index, { [name]: value })
    target.value = builder.sheet.items[index][name]
    builder.say(fill(said.builder.whole_numbers, { number: called, least, most }))
  }
  const step = change => {
    const to = Number(input.value) + change
    if (!within(to, [least, most])) return builder.say(fill(said.builder.goes_from, { number: called, least, most }))
    input.value = to
    set(builder, index, { [name]: to }, fill(said.builder.now_is, { number: called, n: to }))
  }
  const key = event => {
    const change = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (!change) return
    event.preventDefault()
    step(change)
  }
  const of = builder.catalogue.exercises.get(item.id).name
  const press = (sign, words, change) =>
    button(sign, () => step(change), { class: "step", "aria-label": fill(said.builder.step, { name: of, number: called, step: words }) })
  const input = element("input", {
      // No number field: a mouse wheel changes those unseen, and some browsers read "7,5" in one as 75.
      type: "text", inputmode: "numeric", maxlength: 5, autocomplete: "off", value: item[name],
      "data-focus": `${name}-${index}`, on: { change: take, keydown: key },
    })
  return element("span", { class: "row-number" },
    labelled(called, input), press("−", said.builder.one_less, -1), press("+", said.builder.one_more, 1))
}

const period = (builder, item, index) =>
  labelled(said.builder.per, choice({ day: said.builder.day, week: said.builder.week }, item.per, per => set(builder, index, { per })))

const sides = (builder, item, index) =>
  labelled(said.builder.side, choice({ both: said.builder.both, left: said.builder.left, right: said.builder.right }, item.side, side => set(builder, index, { side })))

function note(builder, item, index) {
  const take = event => set(builder, index, { note: plain(event.target.value, TEXT_LIMITS.note) })
  const input = element("input", { type: "text", maxlength: TEXT_LIMITS.note, value: item.note, autocomplete: "off", on: { change: take } })
  return labelled(said.builder.note, input, { class: "row-note" })
}

/** Carries a row along with a finger or a mouse; letting go puts it where it is. */
function drag(event, list, builder) {
  const carried = event.target.closest("li")
  event.preventDefault()
  carried.classList.add("carried")
  const over = ({ clientY }) => {
    const after = [...list.children].filter(each => each !== carried).find(each => clientY < middle(each))
    if (carried.nextElementSibling !== (after ?? null)) list.insertBefore(carried, after ?? null)
  }
  const drop = () => {
    carried.classList.remove("carried")
    for (const end of ["pointerup", "pointercancel"]) removeEventListener(end, drop)
    removeEventListener("pointermove", over)
    const [from, to] = [Number(carried.dataset.index), [...list.children].indexOf(carried)]
    if (from !== to) move(builder, from, to)
  }
  // On the window: the grip itself moves in the page, which would end a capture.
  addEventListener("pointermove", over)
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, drop)
}

const middle = each => each.getBoundingClientRect().top + each.offsetHeight / 2
