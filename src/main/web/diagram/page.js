// The parts of the page that tell of the case's steps, put in the place of those that have grown old.
const PARTS = ['.head-case', '.standing', '.history'];

export async function renewPage() {
  const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
  if (!answer.ok) {
    throw new Error(`HTTP ${answer.status}`);
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of PARTS) {
    replace(document.querySelector(part), fresh.querySelector(part));
  }
}

/** What is unfolded stays unfolded, and the focus stays on its step. */
function replace(old, now) {
  if (!old || !now) {
    old?.remove();
    if (now) {
      document.getElementById('live').before(now);
    }
    return;
  }
  const unfolded = [...old.querySelectorAll('[data-step] details[open]')].map(stepOf);
  const focused = old.contains(document.activeElement) ? placeOf(document.activeElement) : null;
  old.replaceWith(now);
  for (const step of unfolded) {
    for (const details of now.querySelectorAll(`[data-step="${CSS.escape(step)}"] details`)) {
      details.open = true;
    }
  }
  if (focused) {
    const among = now.querySelectorAll(`[data-step="${CSS.escape(focused.step)}"] :is(a, button, summary)`);
    among[Math.min(focused.at, among.length - 1)]?.focus({ preventScroll: true });
  }
}

function stepOf(element) {
  return element.closest('[data-step]')?.dataset.step ?? '';
}

function placeOf(element) {
  const step = element.closest('[data-step]');
  const among = [...(step?.querySelectorAll('a, button, summary') ?? [])];
  return { step: step?.dataset.step ?? '', at: Math.max(among.indexOf(element), 0) };
}
