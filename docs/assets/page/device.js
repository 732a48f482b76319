/** What this device keeps for the reader, as JSON; a device may refuse, as in some private windows. */

/** What is kept under a key, or `otherwise`. */
export function kept(key, otherwise, place = () => localStorage) {
  try {
    return JSON.parse(place().getItem(key)) ?? otherwise
  } catch {
    return otherwise
  }
}

/** Keeps a value; false when the device refuses. */
export function keep(key, value, place = () => localStorage) {
  try {
    place().setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Lets go of what is kept under a key. */
export function forget(key, place = () => localStorage) {
  try {
    place().removeItem(key)
  } catch { /* there is nothing to forget where nothing may be kept */ }
}

/** For `place`: until this tab is closed. */
export const thisTab = () => sessionStorage
