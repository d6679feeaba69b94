// The records of a case in their order, as the export gives them. A long case shows some at a time.
import { element } from './dom.js';
import { say, sayKind } from './words.js';

const AT_A_TIME = 100;
const SHORT = 8;

export function story({ entries, records, attachments }) {
  const list = element('ol', { class: 'story' });
  const section = element('section', { 'aria-labelledby': 'h-story' },
    element('h2', { id: 'h-story' }, say('story')),
    element('p', { class: 'fine' }, say('story-words')),
    list,
  );
  showMore(list, section, entries, records);
  if (attachments.length > 0) {
    section.append(element('h3', {}, say('attachments')), attached(attachments));
  }
  return section;
}

function showMore(list, section, entries, records) {
  const shown = list.children.length;
  const next = entries.slice(shown, shown + AT_A_TIME);
  list.append(...next.map((entry) => step(entry, records[entry.n - 1])));
  const left = entries.length - list.children.length;
  if (left > 0) {
    const button = element('button', { type: 'button', class: 'button button-quiet' }, say('more', left));
    button.addEventListener('click', () => {
      button.remove();
      showMore(list, section, entries, records);
      list.children[shown + AT_A_TIME].focus();
    });
    list.after(button);
  }
}

function step(entry, record) {
  const head = element('p', { class: 'story-head' },
    element('span', { class: 'story-number' }, `${entry.n}.`),
    element('b', {}, sayKind(entry.kind)),
    element('span', { class: 'fine' }, when(record?.at ?? entry.at)),
    record ? element('span', { class: 'fine' }, actor(record.actor)) : null,
  );
  const said = record
    ? [
        pairs(say('members'), Object.entries(record.members)),
        pairs(say('values'), record.values.names().map((name) => [name, given(record, name)])),
      ]
    : [element('p', {}, say('erased'))];
  return element('li', { tabindex: '-1' }, head, ...said.filter((part) => part !== null));
}

function when(at) {
  return at.replace('T', ' ').replace(/(\.\d+)?Z$/, '');
}

function actor(name) {
  return name === 'service' ? say('actor.service') : say('actor.person', `${name.slice(0, SHORT)}…`);
}

function given(record, name) {
  const value = record.given.get(name);
  return value === undefined ? element('i', {}, say('withheld')) : value.value;
}

function pairs(title, all) {
  if (all.length === 0) {
    return null;
  }
  const lines = all.map(([name, value]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value instanceof Node ? value : spell(value))),
  );
  return element('div', { class: 'story-part' },
    element('p', { class: 'fine' }, title),
    element('dl', {}, ...lines),
  );
}

function spell(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function attached(attachments) {
  const lines = attachments.map(({ name, length, sha256 }) =>
    element('li', { class: 'digest' },
      `${name}, ${say('bytes', length)} `,
      element('code', { class: 'fine' }, sha256),
    ),
  );
  return element('ul', { class: 'told' }, ...lines);
}
