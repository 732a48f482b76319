/** Opens the player for what a page offers: a routine, one exercise, or the reader's own sheet. */
import { loadCatalogue, root } from "../page/catalogue.js"
import { decodeSheet, newItem } from "../sheet/state.js"
import { finish } from "./finish.js"
import { keptRun, Player } from "./player.js"
import { Run } from "./run.js"
import { readSettings } from "./settings.js"
import { setUp } from "./setup.js"
import { today } from "./today.js"

let loaded

/** Everything a run needs, fetched once: the style, the catalogue and follow.json, whose words go with the catalogue. */
function load() {
  loaded ??= Promise.all([loadCatalogue(), fetchData(), style()]).then(([catalogue, data]) =>
    [{ ...catalogue, words: { ...catalogue.words, follow: data.words } }, data])
  loaded.catch(() => { loaded = null })
  return loaded
}

async function fetchData() {
  const answer = await fetch(new URL("follow.json", root))
  if (!answer.ok) throw new Error(`follow.json: ${answer.status}`)
  return answer.json()
}

function style() {
  return new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("follow.css", import.meta.url) })
    link.onload = done
    link.onerror = failed
    document.head.append(link)
  })
}

/** The plan behind words such as "routine/stiff-neck-ease", "exercise/chin-tuck" or "sheet/1&chin-tuck&z=…". */
export function planOf(words, catalogue) {
  const [, kind, id] = /^(\w+)\/(.*)$/s.exec(words)
  if (kind === "sheet") {
    const { sheet } = decodeSheet(id, catalogue)
    return { kind, id, title: sheet.title || catalogue.words.own_title, phase: sheet.phase, items: sheet.items }
  }
  const found = catalogue[`${kind}s`].get(id)
  const items = kind === "routine" ? found.items.map(item => ({ ...item, side: "both" })) : [newItem(found)]
  return { kind, id, title: found.name, phase: found.phase ?? "", items }
}

/** Opens the player before its first cue, or where this tab left the same plan. */
export async function start(words, options = {}) {
  const [catalogue, data] = await load()
  const before = keptRun()
  const same = before && `${before.plan.kind}/${before.plan.id}` === words
  const run = new Run(same ? before.plan : planOf(words, catalogue), catalogue, { ...options, kept: same ? before : null })
  return open(run, data)
}

/** Goes on with the run that a reload interrupted. */
export async function resume() {
  const before = keptRun()
  if (!before?.open) return null
  const [catalogue, data] = await load()
  return open(new Run(before.plan, catalogue, { kept: before }), data)
}

function open(run, data) {
  const player = new Player(run, data, readSettings(), { setUp, today, finish })
  player.show()
  if (run.clock.running) player.goOn()
  else player.view.showPanel(...setUp(player))
  return player
}
