// The sentences of the verifier, the same as the command's; the bundle takes them from its files.
import sentences from 'artel:words';

const LANGUAGES = ['ru', 'en'];
let language = first();

/** The reader's own choice, else what the browser speaks, else Russian. */
function first() {
  const spoken = navigator.languages.map((each) => each.slice(0, 2));
  return kept('language') ?? spoken.find((each) => LANGUAGES.includes(each)) ?? LANGUAGES[0];
}

export function spoken() {
  return language;
}

export function speak(other) {
  language = other;
  keep('language', other);
}

/** A page from a disk may be forbidden to keep anything. */
export function kept(name) {
  try {
    return localStorage.getItem(`artel-${name}`);
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(`artel-${name}`, value);
  } catch {
    // It lasts as long as the page then.
  }
}

export function knows(key) {
  return Object.hasOwn(sentences[language], key);
}

/** The page's own words go before those of the command, which names its options. */
export function say(key, ...args) {
  const own = `verifier.${key}`;
  const sentence = sentences[language][knows(own) ? own : `verify.${key}`] ?? key;
  return sentence.replace(/\{(\d)\}/g, (hole, at) => spell(args[at] ?? ''));
}

export function sayKind(kind) {
  return knows(`record.${kind}`) ? sentences[language][`record.${kind}`] : kind;
}

function spell(value) {
  if (value instanceof Date) {
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long' }).format(value);
  }
  return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : String(value);
}
