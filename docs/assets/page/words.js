/** What the scripts of this page say, by their rooms, in the handbook's language; the page brings it. */
export const said = JSON.parse(document.getElementById("words")?.textContent ?? "{}")
