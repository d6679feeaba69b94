import "./bell.js";
import "./busy.js";
import "./drafts.js";
import "./keys.js";

// The switch of colours without a reload. Without this script its link does the same by the server.
const next = { auto: "dark", dark: "light", light: "auto" };

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-switch=theme]");
  if (!link || event.metaKey || event.ctrlKey) {
    return;
  }
  event.preventDefault();
  const root = document.documentElement;
  const theme = next[root.dataset.theme] ?? "auto";
  root.dataset.theme = theme;
  document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax`;
  const words = link.dataset[theme];
  link.title = words;
  link.querySelector(".hidden").textContent = words;
  const mark = link.querySelector("use");
  mark.setAttribute("href", mark.getAttribute("href").replace(/#.*/, `#mark-theme-${theme}`));
  link.href = link.href.replace(/theme\/\w+/, `theme/${next[theme]}`);
});

// What is wrong with a form is read out and reached first.
document.getElementById("errors")?.focus();

// On a narrow screen the menu is longer than its line: the page where one is comes into sight.
const menu = document.querySelector(".nav");
const here = menu?.querySelector("[aria-current]");
if (here) {
  menu.scrollLeft = here.offsetLeft - menu.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;
}
