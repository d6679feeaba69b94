// Keeps what is typed into a task's form, so that nothing is lost with the page. Without this script
// the button «Сохранить черновик» does the same.
const PAUSE = 3000;
const BREATH = 400;
const form = document.querySelector("form[data-draft]");
const state = form?.querySelector("[data-draft-state]");
let timer = null;
let kept = form ? typed() : "";

function typed() {
  return new URLSearchParams(new FormData(form)).toString();
}

async function keep() {
  clearTimeout(timer);
  timer = null;
  const now = typed();
  if (now === kept) {
    return;
  }
  try {
    const answer = await fetch(form.dataset.draft, {
      method: "POST",
      headers: { "X-Draft": "typing", "Content-Type": "application/x-www-form-urlencoded" },
      body: now,
      redirect: "error",
    });
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    kept = now;
    state.textContent = await answer.text();
    state.classList.remove("is-wrong");
  } catch {
    state.textContent = state.dataset.failed;
    state.classList.add("is-wrong");
  }
}

if (form && state) {
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  // On leaving a field, unless it is left to send the form; and before the page is put away.
  form.addEventListener("focusout", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, BREATH);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      keep();
    }
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    kept = typed();
  });
}
