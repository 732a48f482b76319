/*
 * Keeps a copy of the site for readers without a network. sw.js sets VERSION and FILES (path -> hash) and loads this.
 *
 * Pages come from the network while there is one, and from the copy when it fails or is slow; so nothing is stale after
 * a deploy. Their parts come from the copy where it is of the page's own version, and else from where the page came, so
 * that no two versions mix. Files are kept under
 * their hash: a new version fetches only what changed, beside the old one, and takes over when nobody reads the old one
 * any more, or when the reader asks for it.
 */
const SCOPE = new URL(self.registration.scope)
const STORE = `${SCOPE.pathname}files`
const NEVER_KEPT = new Set(["version.json", "sw.js"])
const PATIENCE = 4000 // ms
const AT_ONCE = 6
const NOT_HERE = "404.html"
/** Ids of clients whose page came from the copy, and of those whose page is of the copy's version, whence it came. */
const fromCopy = new Set()
const ofCopy = new Set()

const keyOf = path => new URL(`${path}?${self.FILES[path]}`, SCOPE)

self.addEventListener("install", event => event.waitUntil(fetchMissing()))

self.addEventListener("activate", event => event.waitUntil(Promise.all([dropOthers(), self.clients.claim()])))

self.addEventListener("message", event => {
  if (event.data === "take over") self.skipWaiting()
  if (event.data === "what is shown?")
    event.ports[0].postMessage({ version: self.VERSION, fromCopy: fromCopy.has(event.source.id) })
})

self.addEventListener("fetch", event => {
  const url = new URL(event.request.url)
  const path = url.pathname.slice(SCOPE.pathname.length)
  const ours = event.request.method === "GET" && url.origin === SCOPE.origin && url.pathname.startsWith(SCOPE.pathname)
  if (!ours || NEVER_KEPT.has(path)) return
  event.respondWith(event.request.mode === "navigate" ? page(event, path) : part(event, path))
})

// --- the copy

async function fetchMissing() {
  const store = await caches.open(STORE)
  const there = new Set((await store.keys()).map(each => each.url))
  const missing = Object.keys(self.FILES).filter(path => !there.has(keyOf(path).href))
  const next = async () => {
    while (missing.length) await fetchOne(store, missing.pop())
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
}

// What arrives must be what the list says: in the middle of a deploy it may be of another version.
async function fetchOne(store, path) {
  const answer = await fetch(new URL(path, SCOPE), { cache: "no-cache" })
  const body = await answer.clone().arrayBuffer()
  if (!answer.ok || await hashOf(body) !== self.FILES[path]) throw new Error(`${path} is not what it should be`)
  await store.put(keyOf(path), new Response(body, { headers: { "Content-Type": answer.headers.get("Content-Type") } }))
}

async function hashOf(body) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body))
  return Array.from(sum.slice(0, 8), byte => byte.toString(16).padStart(2, "0")).join("")
}

async function dropOthers() {
  const store = await caches.open(STORE)
  const wanted = new Set(Object.keys(self.FILES).map(path => keyOf(path).href))
  await Promise.all((await store.keys()).filter(each => !wanted.has(each.url)).map(each => store.delete(each)))
}

/** A file of the copy, or undefined. */
async function copyOf(path) {
  const name = path === "" || path.endsWith("/") ? `${path}index.html` : decodeURIComponent(path)
  return self.FILES[name] && (await caches.open(STORE)).match(keyOf(name))
}

// --- answers

async function page(event, path) {
  const [answer, now] = await Promise.all([fromNetwork(event.request), versionNow()])
  const copy = answer ? null : await copyOf(path) ?? await elsewhere(path)
  if (copy) fromCopy.add(event.resultingClientId)
  if (copy || now === self.VERSION) ofCopy.add(event.resultingClientId)
  return answer ?? copy ?? fetch(event.request)
}

async function versionNow() {
  const answer = await fromNetwork(new URL("version.json", SCOPE))
  return answer?.ok ? (await answer.json()).version : null
}

async function part(event, path) {
  const kept = ofCopy.has(event.clientId) && await copyOf(path)
  return kept || await fromNetwork(event.request) || await copyOf(path) || fetch(event.request)
}

/** An address without its final slash, or one that nobody knows, as the host would answer it. */
async function elsewhere(path) {
  if (self.FILES[`${path}/index.html`]) return Response.redirect(new URL(`${path}/`, SCOPE))
  const copy = await copyOf(NOT_HERE)
  return copy && new Response(copy.body, { status: 404, headers: copy.headers })
}

/** What the network answers in good time, checked with the host; undefined when it does not, or has a fault of its own. */
async function fromNetwork(request) {
  const late = new Promise(resolve => setTimeout(resolve, PATIENCE))
  const answer = await Promise.race([fetch(request, { cache: "no-cache" }), late]).catch(() => undefined)
  return answer && answer.status < 500 ? answer : undefined
}
