// Keeps a page of `make serve` current: loads it anew when it changed, and shows problems as they come and go.
const box = document.getElementById("serve-problems");
let stream = null;

function listen() {
  const query = new URLSearchParams({ page: location.pathname, since: box.dataset.since });
  stream = new EventSource(`/.serve/news?${query}`);
  stream.addEventListener("page", () => location.reload());
  stream.addEventListener("problems", (event) => show(JSON.parse(event.data)));
}

function show(html) {
  if (box.dataset.shown === html) return;
  box.dataset.shown = html;
  box.innerHTML = html;
}

// A browser keeps six connections to one place: tabs that nobody sees leave theirs to the others.
function follow() {
  if (document.visibilityState === "visible") {
    if (!stream) listen();
  } else {
    stream?.close();
    stream = null;
  }
}

document.addEventListener("visibilitychange", follow);
addEventListener("pagehide", () => stream?.close());
addEventListener("pageshow", (event) => event.persisted && location.reload());
follow();
