/* A Bloom filter: a set that takes 10 bits a word, never forgets a word, and takes 1 other in 100 for its own. */

/** Bits a word, and how many of them it sets. */
const BITS = 10
const MARKS = 6

export class Filter {
  /** From the text that `packed` gave. */
  constructor(text) {
    this.bytes = Uint8Array.from(atob(text), each => each.charCodeAt(0))
  }

  has(word) {
    return places(word, this.bytes.length * 8).every(at => this.bytes[at >> 3] & 1 << (at & 7))
  }
}

/** The filter of some words as text. */
export function packed(words) {
  const bytes = new Uint8Array(Math.ceil(words.length * BITS / 8))
  for (const word of words) for (const at of places(word, bytes.length * 8)) bytes[at >> 3] |= 1 << (at & 7)
  return btoa(String.fromCharCode(...bytes))
}

/** Where a word sets its bits. */
function places(word, size) {
  const [one, two] = [hashed(word, 0x811c9dc5), hashed(word, 0x9747b28c) | 1]
  return Array.from({ length: MARKS }, (_, n) => (one + n * two >>> 0) % size)
}

/** FNV-1a, from a start of one's choice, and mixed once more. */
function hashed(word, start) {
  let hash = start
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ hash >>> 15, 0x85ebca6b)
  return (hash ^ hash >>> 13) >>> 0
}
