// Shortcuts of one letter for lists, told on the page about the keyboard, which also turns them off.
const typing = (at) => at.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
const off = () => document.cookie.split("; ").includes("keys=off");
const key = (name) => document.querySelector(`[data-key=${name}]`);

function rows() {
  return [...document.querySelectorAll("[data-rows] tbody tr, [data-rows] > li")];
}

/** Where the focus has gone meanwhile, or where the last step led. */
function place(all) {
  const focused = all.findIndex((row) => row.contains(document.activeElement));
  return focused >= 0 ? focused : all.findIndex((row) => row.classList.contains("is-at"));
}

function step(by) {
  const all = rows();
  const next = all[Math.min(Math.max(place(all) + by, 0), all.length - 1)];
  if (!next) {
    return;
  }
  all.forEach((row) => row.classList.toggle("is-at", row === next));
  const goal = next.querySelector("a.row-title") ?? next.querySelector("a[href], button") ?? next;
  if (goal === next) {
    next.tabIndex = -1;
  }
  goal.focus();
  next.scrollIntoView({ block: "nearest" });
}

function pick() {
  const all = rows();
  all[place(all)]?.querySelector(".pick")?.click();
}

const deeds = {
  "/": () => {
    const box = key("search");
    if (box) {
      box.focus();
      box.select();
    } else {
      key("go")?.click();
    }
  },
  j: () => step(1),
  k: () => step(-1),
  x: pick,
  "[": () => key("prev")?.click(),
  "]": () => key("next")?.click(),
};

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyS" && key("save")) {
    event.preventDefault();
    key("save").click();
    return;
  }
  // Of what happens in the editor's own tree only its host is told, but for the whole way.
  if (event.ctrlKey || event.metaKey || event.altKey || off() || typing(event.composedPath()[0])) {
    return;
  }
  // The same keys under a Russian layout.
  const letter = { KeyJ: "j", KeyK: "k", KeyX: "x", BracketLeft: "[", BracketRight: "]" }[event.code];
  const deed = deeds[letter ?? event.key] ?? (event.code === "Slash" && !event.shiftKey ? deeds["/"] : null);
  if (deed) {
    event.preventDefault();
    deed();
  }
});
