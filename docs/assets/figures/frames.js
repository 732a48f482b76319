/** The drawn frames of an exercise, fetched once. They are made with the site and hold nothing of the reader's. */
const fetched = new Map()

/** All frames, their shape and their measures for a sheet, and the muscle where no frame shows it: { shape, ratio, wide, inset, drawn: [svg, …] }. Rejects when they cannot be had. */
export function framesOf(id) {
  if (!fetched.has(id)) {
    const coming = fetchFrames(id)
    coming.catch(() => fetched.delete(id))
    fetched.set(id, coming)
  }
  return fetched.get(id)
}

async function fetchFrames(id) {
  const answer = await fetch(new URL(`../../figures/${id}.frames.svg`, import.meta.url))
  if (!answer.ok) throw new Error(`${id}: ${answer.status}`)
  const page = new DOMParser().parseFromString(await answer.text(), "image/svg+xml")
  const all = [...page.documentElement.children].filter(child => child.localName === "svg")
  const { shape, ratio, wide } = page.documentElement.dataset
  const inset = all.find(each => each.classList.contains("fig-inset"))
  return { shape, ratio, wide, inset, drawn: all.filter(each => each !== inset) }
}
