// The page of the second verifier: one file without a network, which shares no code with the first.
import { hex } from './bytes.js';
import { answer } from './answer.js';
import { byId, element } from './dom.js';
import { NotAsked, asked, isPolicy, takePolicy, tellFault } from './form.js';
import { pacedDigest } from './merkle.js';
import { Pace } from './pace.js';
import { readPolicy } from './policy.js';
import { verify } from './verify.js';
import { keep, kept, say, speak, spoken } from './words.js';

const NEXT = { auto: 'dark', dark: 'light', light: 'auto' };
const root = document.documentElement;
let last = null;

function dress() {
  root.lang = spoken();
  document.title = `${say('title')} — ${say('product')}`;
  for (const place of document.querySelectorAll('[data-say]')) {
    place.textContent = say(place.dataset.say);
  }
  byId('theme').title = say('theme');
  for (const button of document.querySelectorAll('[data-speak]')) {
    button.hidden = button.dataset.speak === spoken();
  }
  if (last) {
    byId('answer').replaceChildren(...answer(last.verdict, last.asked));
  }
}

async function run() {
  let wishes;
  try {
    wishes = asked();
    tellFault(null);
  } catch (fault) {
    last = null;
    byId('answer').replaceChildren();
    tellOrThrow(fault);
    return;
  }
  busy(true);
  try {
    const { file, policy, ...wanted } = wishes;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const verdict = await verify(bytes, policy, { ...wanted, tell: progress });
    const sha256 = hex(await pacedDigest(bytes, new Pace(bytes.length, progress)));
    last = { verdict, asked: { name: file.name, size: file.size, sha256 } };
    byId('answer').replaceChildren(...answer(verdict, last.asked));
  } catch (fault) {
    last = null;
    const words = say('unreadable', fault.message);
    const said = element('h2', { id: 'verdict', tabindex: '-1' }, words);
    byId('answer').replaceChildren(element('div', { class: 'note verdict note-bad' }, said));
  }
  busy(false);
  byId('verdict').focus();
}

function tellOrThrow(fault) {
  if (!(fault instanceof NotAsked)) {
    throw fault;
  }
  tellFault(fault);
}

function busy(now) {
  byId('busy').hidden = !now;
  byId('check').disabled = now;
  if (now) {
    byId('answer').replaceChildren();
    progress(0);
  }
}

function progress(share) {
  const percent = Math.round(share * 100);
  byId('progress').value = percent;
  byId('progress-words').textContent = say('checking', percent);
}

async function take(policy) {
  try {
    await takePolicy(policy);
    tellFault(null);
  } catch (fault) {
    tellOrThrow(fault);
  }
}

async function dropped(files) {
  for (const file of files) {
    if (await isPolicy(file)) {
      await take(file);
    } else {
      const transfer = new DataTransfer();
      transfer.items.add(file);
      byId('file').files = transfer.files;
    }
  }
}

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  run();
});
byId('policy-file').addEventListener('change', (event) => {
  const file = event.target.files[0];
  if (file) {
    take(file);
  }
});
byId('theme').addEventListener('click', () => {
  root.dataset.theme = NEXT[root.dataset.theme] ?? 'auto';
  keep('theme', root.dataset.theme);
});
for (const button of document.querySelectorAll('[data-speak]')) {
  button.addEventListener('click', () => {
    speak(button.dataset.speak);
    dress();
    document.querySelector('[data-speak]:not([hidden])').focus();
  });
}
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  byId('drop').classList.add('is-over');
});
document.addEventListener('dragleave', () => byId('drop').classList.remove('is-over'));
document.addEventListener('drop', (event) => {
  event.preventDefault();
  byId('drop').classList.remove('is-over');
  dropped([...event.dataTransfer.files]);
});

root.dataset.theme = kept('theme') ?? 'auto';
dress();

/** For who verifies many files at once, and for the tests. */
globalThis.artel = { verify, readPolicy };
