// Completion from the vocabulary: sentences where a line begins, values where a sentence wants one.
import { snippetCompletion } from '@codemirror/autocomplete';
import { holdsAll, norms, taking } from './proposals.js';

const VARIABLE = /\{([a-z]+)\}/g;
const NORMS = ['norm', 'share', 'base', 'casting', 'percent', 'size'];

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Each variable of a sentence with what a line must be up to it; the value so far is caught. */
function places(sentence) {
  const found = [];
  let before = '^';
  let end = 0;
  for (const match of sentence.text.matchAll(VARIABLE)) {
    before += escaped(sentence.text.slice(end, match.index));
    found.push({ kind: match[1], pattern: new RegExp(`${before}(?<value>.*)$`, 'u') });
    before += '.+?';
    end = match.index + match[0].length;
  }
  return found;
}

function values(words, kind) {
  if (NORMS.includes(kind)) {
    return norms(words);
  }
  const lists = { rule: words.rules, code: words.codes, article: words.articles };
  return (lists[kind] ?? []).map((label) => ({ label }));
}

/** Which kinds of sentence may stand in a line, by the last word at the margin above it. */
function sections(state, line) {
  if (!/^\s/.test(line.text)) {
    return ['keyword'];
  }
  for (let number = line.number - 1; number > 0; number--) {
    const above = state.doc.line(number).text;
    if (/^\S/.test(above) && !above.startsWith('#')) {
      return /^(то|then)\s*$/.test(above) ? ['consequence'] : ['condition'];
    }
  }
  return ['condition'];
}

function wanted(words, section, said) {
  for (const sentence of words.sentences) {
    if (section.includes(sentence.section)) {
      for (const place of sentence.places) {
        const match = place.pattern.exec(said);
        if (match && !match.groups.value.includes('{')) {
          return { kind: place.kind, typed: match.groups.value };
        }
      }
    }
  }
  return null;
}

function propose(words, context) {
  const line = context.state.doc.lineAt(context.pos);
  const said = line.text.slice(0, context.pos - line.from).trimStart();
  const section = sections(context.state, line);
  const value = wanted(words, section, said);
  if (value) {
    return taking(context, value.typed, values(words, value.kind));
  }
  if (!said && !context.explicit) {
    return null;
  }
  const options = words.sentences
    .filter((it) => section.includes(it.section) && it.text !== said && holdsAll(it.text, said))
    .map((it) => snippetCompletion(it.text.replace(VARIABLE, '#{$1}'), { label: it.text.replace(VARIABLE, '…'), type: 'text' }));
  return options.length ? { from: context.pos - said.length, to: context.pos, options, filter: false } : null;
}

/** What is proposed at a place of a file of rules. */
export const rules = (words) => {
  const known = { ...words, sentences: words.sentences.map((it) => ({ ...it, places: places(it) })) };
  return (context) => propose(known, context);
};
