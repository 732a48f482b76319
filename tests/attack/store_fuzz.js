// Puts each value into storage and reads it as a file, and returns what went wrong. Called with { root, values }.
async ({ root, values }) => {
  const part = name => import(`${root}assets/sheet/${name}.js`)
  const store = { ...await part("store"), ...await part("saved"), ...await part("saved-file") }
  const { loadCatalogue } = await import(`${root}assets/page/catalogue.js`)
  const catalogue = await loadCatalogue()
  const path = new URL(root).pathname
  const own = { hash: "1&bridge&z=mine", madeFor: "Ann", saved: "2026-01-01" }
  const kept = each => each.hash === own.hash && each.madeFor === own.madeFor
  const wrong = []
  const told = ({ sheets, troubles }, value) => sheets.length || troubles.length || /"sheets": ?\[\]/.test(value)
  for (const value of values) {
    try {
      localStorage.setItem(`${path}sheet`, value)
      localStorage.setItem(`${path}sheets`, value)
      const draft = store.readDraft()
      if (typeof draft.hash !== "string" || !Array.isArray(draft.cautions)) wrong.push(["draft", value])
      if (!Array.isArray(store.readSaved())) wrong.push(["saved", value])
      const found = store.imported(value, catalogue)
      if (!told(found, value)) wrong.push(["file", value])
      localStorage.setItem(`${path}sheets`, JSON.stringify([own]))
      store.addImported(found.sheets)
      if (!store.readSaved().some(kept)) wrong.push(["lost", value])
    } catch (error) {
      wrong.push([String(error), value])
    }
  }
  if ({}.polluted !== undefined) wrong.push(["prototype"])
  return wrong
}
