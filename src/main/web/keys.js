// Shortcuts of one letter for lists, told on the page about the keyboard, which also turns them off.
const typing = (at) => at.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
const off = () => document.cookie.split("; ").includes("keys=off");
const key = (name) => document.querySelector(`[data-key=${name}]`);

function rows() {
  return [...document.querySelectorAll("[data-rows] tbody tr")];
}

function step(by) {
  const all = rows();
  const at = all.findIndex((row) => row.classList.contains("is-at"));
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  if (!next) {
    return;
  }
  all[at]?.classList.remove("is-at");
  next.classList.add("is-at");
  (next.querySelector("a.row-title") ?? next.querySelector("button"))?.focus();
  next.scrollIntoView({ block: "nearest" });
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
  x: () => document.querySelector("tr.is-at .pick")?.click(),
  "[": () => key("prev")?.click(),
  "]": () => key("next")?.click(),
};

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyS" && key("save")) {
    event.preventDefault();
    key("save").click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || off() || typing(event.target)) {
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
