/** How a run is told: voice, bell, flash and vibration, each on or off alone, as the reader left them on this device. */
import { root } from "../page/catalogue.js"
import { keep, kept } from "../page/device.js"

const KEY = `${root.pathname}follow`
const USUAL = { voice: true, voiceVolume: 1, voiceName: "", bell: true, bellVolume: 0.7, flash: false, buzz: false, wait: false }

/** The settings; what the device holds of another kind is left aside. */
export function readSettings() {
  const found = kept(KEY, {})
  const fits = ([name, usual]) => typeof found?.[name] === typeof usual ? [name, found[name]] : [name, usual]
  return Object.fromEntries(Object.entries(USUAL).map(fits))
}

/** Keeps changed settings; false when the device refuses. */
export const keepSettings = settings => keep(KEY, settings)
