// What came of the checks: the verdict, each check with its number, and what else is to be known.
import { element } from './dom.js';
import { story } from './story.js';
import { say } from './words.js';

const MARKS = { ok: '✓', failed: '✗', unreached: '–', skipped: '–' };

/** @param asked {name, size, sha256} of the file that was verified */
export function answer(verdict, asked) {
  const parts = [banner(verdict), file(asked), checks(verdict), told(verdict)];
  if (verdict.story) {
    parts.push(story(verdict.story));
  }
  return parts.filter((part) => part !== null);
}

const SUFFIXES = { none: '-not-anchored', stated: '-stated', unsealed: '-unsealed', proved: '' };

export function resultKey({ kind, result, anchoring }) {
  if (result === 'signer-unknown') {
    return 'result.signer-unknown';
  }
  if (kind === 'proof') {
    return `result.proof-${result}`;
  }
  return `result.${result}${result === 'good' ? SUFFIXES[anchoring] : ''}`;
}

function banner(verdict) {
  const tone = { good: 'note-good', bad: 'note-bad', 'signer-unknown': 'note-unsure' }[verdict.result];
  const lines = [element('h2', { id: 'verdict', tabindex: '-1' }, say(resultKey(verdict)))];
  if (verdict.wrong) {
    const { key, args } = verdict.wrong;
    lines.push(element('p', {}, `${verdict.failed}. ${say(`wrong.${key}`, ...args)}`));
  }
  if (verdict.result === 'signer-unknown') {
    lines.push(element('p', {}, say('signer-unknown')));
  }
  return element('div', { class: `note verdict ${tone}` }, element('div', {}, ...lines));
}

function file({ name, size, sha256 }) {
  return element(
    'p',
    { class: 'fine digest' },
    `${name}, ${say('bytes', size)} · ${say('sha256')} `,
    element('code', {}, sha256),
  );
}

function checks({ checks: all }) {
  const lines = all.map(({ number, key, state }) =>
    element(
      'li',
      { class: `check is-${state}` },
      element('span', { class: 'check-mark', 'aria-hidden': 'true' }, MARKS[state]),
      element('span', { class: 'check-number' }, `${number}.`),
      element('span', {}, say(`check.${key}`)),
      element('span', { class: 'check-state' }, say(`state.${state}`)),
    ),
  );
  return element('section', { 'aria-labelledby': 'h-checks' },
    element('h2', { id: 'h-checks' }, say('checks')),
    element('ol', { class: 'checks' }, ...lines),
  );
}

function told({ told: all }) {
  if (all.length === 0) {
    return null;
  }
  const lines = all.map(({ key, args }) => element('li', {}, sentence(say(`told.${key}`, ...args))));
  return element('section', { 'aria-labelledby': 'h-told' },
    element('h2', { id: 'h-told' }, say('told')),
    element('ul', { class: 'told' }, ...lines),
  );
}

function sentence(text) {
  return text[0].toUpperCase() + text.slice(1);
}
