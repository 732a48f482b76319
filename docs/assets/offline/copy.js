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
  if (now === "") return giveUp()
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

async function tellNewer() {
  const { sayNewer } = await import("./told.js")
  sayNewer(renew)
}

/** Brings the newer version because the reader asked for it; what the reader keeps on the device is not touched. */
async function renew() {
  const registration = await workers.getRegistration(root)
  const ready = registration && await Promise.race([newest(registration), wait(PATIENCE * 5)]).catch(() => null)
  if (ready) {
    const taken = new Promise(resolve => workers.addEventListener("controllerchange", resolve, { once: true }))
    ready.postMessage("take over")
    await Promise.race([taken, wait(PATIENCE)])
  } else await giveUp()
  location.reload()
}

/** The worker of the newest version, once it has its whole copy; null when the one at work is the newest. */
async function newest(registration) {
  await registration.update()
  const coming = registration.installing
  if (coming) await new Promise((done, failed) => coming.addEventListener("statechange", () =>
    coming.state === "redundant" ? failed(new Error("not installed")) : coming.state !== "installing" && done()))
  return registration.waiting
}

const wait = time => new Promise(resolve => setTimeout(resolve, time))

/** Lets go of the copy, as when a site has none any more; nothing else. */
async function giveUp() {
  const registration = await workers.getRegistration(root)
  if (registration?.scope !== root.href) return
  await registration.unregister()
  await caches.delete(`${root.pathname}files`)
}

if (workers && location.protocol !== "file:") {
  const soon = () => (self.requestIdleCallback ?? setTimeout)(() => begin().catch(() => {}))
  if (document.readyState === "complete") soon()
  else addEventListener("load", soon)
}
