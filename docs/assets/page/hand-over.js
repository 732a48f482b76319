/** A file that is made here and handed to the reader; nothing is sent. */
import { element } from "./element.js"

const KEPT_MS = 1000

export function handOver(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }))
  element("a", { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
