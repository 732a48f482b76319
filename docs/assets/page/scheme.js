/* The header's button for light or dark, and the choice kept on the device; partials/scheme.html reads it first. */
document.querySelector("[data-scheme]")?.addEventListener("click", () => {
  const { dataset } = document.documentElement
  const scheme = dataset.mdColorScheme === "slate" ? "default" : "slate"
  dataset.mdColorScheme = scheme
  try { localStorage.setItem("scheme", scheme) } catch { /* private window: the choice lasts for this page */ }
})
