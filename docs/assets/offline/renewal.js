/** The newer copy in place of the older, or none at all. */
const root = new URL("../../", import.meta.url)
const workers = navigator.serviceWorker
const PATIENCE = 4000 // ms

/** Brings the newer version because the reader asked for it; what the reader keeps on the device is not touched. */
export async function renew() {
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
export async function giveUp() {
  const registration = await workers.getRegistration(root)
  if (registration?.scope !== root.href) return
  await registration.unregister()
  await caches.delete(`${root.pathname}files`)
}
