/**
 * Which exercises fit a set of choices, and how many would fit after one more. Pure: no page.
 *
 * Choices are a Map from a group's key to a Set of ids. Within a group any choice will do; between groups all must fit.
 * "equipment" asks that nothing else is needed; "uses", which only addresses ask, that a thing is used; "without" leaves out what a caution rules out.
 */
const floorless = (exercise, positions) => exercise.positions.some(id => !positions.get(id)?.needs_floor)
const cautionsOf = (exercise, strict) => exercise.care.filter(each => strict || each.skip).map(each => each.caution)

/** The groups in the order they are shown, with the ids and words of their choices. */
export function groups(catalogue) {
  const named = (map, word = "name") => new Map([...map].map(([id, each]) => [id, each[word]]))
  const used = (map, key, words) => onlyUsed(named(map, words), catalogue, key)
  const { finder: words } = catalogue.words
  return [
    { key: "area", choices: used(catalogue.areas, e => [e.area]), of: e => [e.area] },
    { key: "phase", choices: named(catalogue.phases), of: e => e.phases },
    { key: "position", choices: used(catalogue.positions, e => e.positions), of: e => e.positions },
    { key: "floor", choices: new Map([["no", words.no_floor]]), of: e => floorless(e, catalogue.positions) ? ["no"] : [] },
    { key: "equipment", choices: new Map([["none", words.no_equipment], ...used(catalogue.equipment, e => e.equipment)]), fits: hasAll },
    { key: "uses", hidden: true, choices: used(catalogue.equipment, e => e.equipment), of: e => e.equipment },
    { key: "goal", choices: named(catalogue.goals), of: e => [e.goal] },
    { key: "level", choices: named(catalogue.levels), of: e => [e.level] },
    { key: "muscle", choices: used(catalogue.muscles, musclesOf), of: musclesOf },
    { key: "without", choices: used(catalogue.cautions, e => cautionsOf(e, true), "filter"), fits: ruledIn },
    { key: "care", choices: new Map([["none", words.care]]), mode: true },
  ].map(group => ({ ...group, title: words[group.key], any: words[`any_${group.key}`], chip: words[`chip_${group.key}`] }))
}

const musclesOf = exercise => [...exercise.main, ...exercise.also]

function onlyUsed(choices, catalogue, of) {
  const seen = new Set([...catalogue.exercises.values()].flatMap(of))
  return new Map([...choices].filter(([id]) => seen.has(id)))
}

const hasAll = (exercise, have) => exercise.equipment.every(id => have.has(id))
const ruledIn = (exercise, cautions, strict) => !cautionsOf(exercise, strict).some(id => cautions.has(id))

/** No choice at all. */
export const noChoices = list => new Map(list.map(({ key }) => [key, new Set()]))

/** The choices with one more or one fewer. */
export function toggled(choices, key, id) {
  const next = new Map([...choices].map(([each, ids]) => [each, new Set(ids)]))
  if (!next.get(key).delete(id)) next.get(key).add(id)
  return next
}

/** The choices with some groups emptied. */
export const emptied = (choices, keys) => new Map([...choices].map(([key, ids]) => [key, keys.includes(key) ? new Set() : ids]))

function fits(group, exercise, chosen, strict) {
  if (group.mode || chosen.size === 0) return true
  return group.fits ? group.fits(exercise, chosen, strict) : group.of(exercise).some(id => chosen.has(id))
}

/** What fits: the exercises, how many each further choice would leave, and how many there would be without a group. */
export function filtered(exercises, list, choices) {
  const strict = choices.get("care").size > 0
  const misses = exercises.map(exercise => list.filter(group => !fits(group, exercise, choices.get(group.key), strict)))
  const pool = key => exercises.filter((_, index) => misses[index].every(group => group.key === key))
  const pools = new Map(list.map(group => [group.key, pool(group.mode ? "without" : group.key)]))
  return {
    found: new Set(exercises.filter((_, index) => misses[index].length === 0).map(each => each.id)),
    counts: new Map(list.map(group => [group.key, counts(group, pools.get(group.key), choices, list)])),
    misses,
  }
}

function counts(group, pool, choices, list) {
  if (group.of) return tally(group, pool)
  const asked = group.mode ? list.find(each => each.key === "without") : group
  const strict = group.mode || choices.get("care").size > 0
  const with_ = id => group.mode ? choices.get("without") : new Set([...choices.get(group.key), id])
  return new Map([...group.choices.keys()].map(id => {
    const trial = with_(id)
    return [id, pool.filter(exercise => fits(asked, exercise, trial, strict)).length]
  }))
}

function tally(group, pool) {
  const found = new Map([...group.choices.keys()].map(id => [id, 0]))
  for (const exercise of pool) for (const id of new Set(group.of(exercise))) if (found.has(id)) found.set(id, found.get(id) + 1)
  return found
}

/**
 * What to give up when nothing fits: single groups that would help, or else pairs; the most helpful first.
 * Never what a caution leaves out: that is there for safety.
 */
export function looser(list, choices, misses) {
  const active = list.filter(group => group.any && choices.get(group.key).size).map(({ key }) => key)
  const without = keys => misses.filter(groups => groups.every(group => keys.includes(group.key))).length
  const tried = sets => sets.map(keys => ({ keys, count: without(keys) })).filter(each => each.count)
  const singles = tried(active.map(key => [key]))
  const pairs = () => tried(active.flatMap((first, index) => active.slice(index + 1).map(second => [first, second])))
  return (singles.length ? singles : pairs()).sort((a, b) => b.count - a.count)
}

/** The choices an address spells, and what in it means nothing here. */
export function readChoices(hash, list) {
  const choices = noChoices(list)
  const unknown = []
  for (const [key, value] of new URLSearchParams(hash.replace(/^#/, "").slice(0, 4000))) {
    const group = list.find(each => each.key === key)
    for (const id of value.split(",").filter(Boolean)) {
      if (group?.choices.has(id)) choices.get(key).add(id)
      else unknown.push(`${key}=${id}`.slice(0, 40))
    }
  }
  return { choices, unknown }
}

/** The address part for some choices: `position=standing,sitting&phase=first-days`. */
export const spellChoices = choices =>
  [...choices].filter(([, ids]) => ids.size).map(([key, ids]) => `${key}=${[...ids].join(",")}`).join("&")
