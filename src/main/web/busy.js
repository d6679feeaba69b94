// What takes longer than a moment says so: a bar at the top of the page, told in words too, until the
// answer is there. Without this script a browser shows that it loads by its own means.
const PATIENCE = 800;
const bar = document.querySelector("[data-busy]");
const told = document.querySelector("[data-busy-told]");
const waits = new Set();
let timer = null;

function show() {
  bar.hidden = false;
  told.textContent = bar.getAttribute("aria-label");
  document.getElementById("main")?.setAttribute("aria-busy", "true");
}

function begin(what) {
  waits.add(what);
  timer ??= setTimeout(show, PATIENCE);
}

function end(what) {
  waits.delete(what);
  if (waits.size > 0) {
    return;
  }
  clearTimeout(timer);
  timer = null;
  bar.hidden = true;
  told.textContent = "";
  document.getElementById("main")?.removeAttribute("aria-busy");
}

if (bar && told) {
  // Forms that htmx sends are known to it; all others leave the page.
  document.addEventListener("submit", (event) => {
    queueMicrotask(() => event.defaultPrevented || begin("page"));
  });
  // A page that comes back as it was left waits for nothing any more, and neither does one that was stopped.
  addEventListener("pageshow", () => end("page"));
  document.addEventListener("keydown", (event) => event.key === "Escape" && end("page"));
  // What a page asks by itself again and again is nobody's wait.
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (!event.target.getAttribute("hx-trigger")?.includes("every")) {
      begin(event.detail.xhr);
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => end(event.detail.xhr));
}
