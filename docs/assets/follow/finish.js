/** The end of a run: what was done, in a few quiet words. */
import { button, element } from "../page/element.js"

/** The panel's parts. */
export function finish(player) {
  const { run } = player
  const done = run.done.length
  return [
    element("h2", {}, run.ended ? "That was the last one" : "Enough for today"),
    element("p", {}, `${done} of ${run.items.length} exercise${run.items.length === 1 ? "" : "s"} done.`),
    button("Back to the page", () => player.close(), { class: "follow-main" }),
  ]
}
