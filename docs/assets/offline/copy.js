/* On every page: has a copy of the site kept for reading without a network, and tells when a newer one is there. */
const root = new URL("../../", import.meta.url)
const workers = navigator.serviceWorker
const WORKER = "sw.js"
const AGAIN_AFTER = 60 * 60 * 1000 // ms
const PATIENCE = 4000 // ms

/** The version of the site as the host has it now; "" when there is none, null when the host cannot be asked. */
async function versionNow() {
  try {
    const answer = await fetch(new URL("version.json", root), { cache: "no-store" })
    return answer.ok ? (await answer.json()).version : answer.status === 404 ? "" : null
  } catch {
    return null
  }
}

/** What this page is: { version, fromCopy }, or null when no copy stands behind it. */
function shown() {
  const { controller } = workers
  if (!controller) return null
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data)
    setTimeout(() => resolve(null), PATIENCE)
    controller.postMessage("what is shown?", [port2])
  })
}

async function begin() {
  const [now, page] = await Promise.all([versionNow(), shown()])
  if (now === "") return (await import("./renewal.js")).giveUp()
  const ours = page?.fromCopy ? page.version : now
  if (now === null) return page?.fromCopy && (await import("./told.js")).sayOffline()
  if (ours !== now) await tellNewer()
  watch(now)
  if (navigator.connection?.saveData) return
  const registration = await workers.register(new URL(WORKER, root), { updateViaCache: "none" })
  if (!page?.fromCopy) keepUp(registration)
}

/** A page that is itself the newest lets the newest copy take over as soon as it is whole; nothing is loaded anew. */
function keepUp(registration) {
  const takeOver = worker => worker?.state === "installed" && worker.postMessage("take over")
  const follow = worker => worker?.addEventListener("statechange", () => takeOver(worker))
  const look = () => { takeOver(registration.waiting); follow(registration.installing) }
  registration.addEventListener("updatefound", look)
  look()
}

/** A page that has been open for long asks again when the reader comes back to it. */
function watch(version) {
  let asked = Date.now()
  document.addEventListener("visibilitychange", async () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < AGAIN_AFTER) return
    asked = Date.now()
    const now = await versionNow()
    if (now && now !== version) await tellNewer()
  })
}

const tellNewer = async () => (await import("./told.js")).sayNewer()

if (workers && location.protocol !== "file:") {
  const soon = () => (self.requestIdleCallback ?? setTimeout)(() => begin().catch(() => {}))
  if (document.readyState === "complete") soon()
  else addEventListener("load", soon)
}
