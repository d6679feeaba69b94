// Completion in a file of cases: what an item may say, and what each of its parts may be.
import { insertCompletionText, snippetCompletion, startCompletion } from '@codemirror/autocomplete';
import { norms, taking } from './proposals.js';

const PARTS = [
  'name', 'question', 'day', 'legal-form', 'facts', 'charter', 'charters', 'unconfirmed', 'outcome', 'missing',
  'article', 'rests-on',
];
const WHOLE = '- id: #{1}\n  name: #{2}\n  question: #{3}\n  day: #{4}\n  facts: {#{5}}\n  outcome: #{6}\n';

const named = (all) => all.map((it) => ({ label: it.id, detail: it.name === it.id ? '' : it.name }));
const plain = (all) => all.map((label) => ({ label }));

/** What is taken is followed by more: the next list opens by itself. */
function andThen(option, ending) {
  return {
    ...option,
    apply: (view, taken, from, to) => {
      view.dispatch(insertCompletionText(view.state, taken.label + ending, from, to));
      startCompletion(view);
    },
  };
}

/** The lines of the item around a place: up to it, and all of them. */
function itemAt(state, pos) {
  const here = state.doc.lineAt(pos).number;
  let first = here;
  while (first > 1 && !state.doc.line(first).text.startsWith('-')) {
    first--;
  }
  let last = here;
  while (last < state.doc.lines && !state.doc.line(last + 1).text.startsWith('-')) {
    last++;
  }
  return {
    before: state.sliceDoc(state.doc.line(first).from, pos),
    whole: state.sliceDoc(state.doc.line(first).from, state.doc.line(last).to),
  };
}

function factsOf(words, item) {
  const asked = /^[\s-]+question:\s*([\w-]+)/m.exec(item.whole);
  return words.questions.find((it) => it.id === asked?.[1])?.facts ?? [];
}

/** What facts have been begun up to the cursor, in braces or line by line; null outside of them. */
function begun(item) {
  const braces = /\n\s+facts:\s*\{([^{}]*)$/.exec(item.before);
  if (braces) {
    return braces[1].split(',').at(-1).trimStart();
  }
  return /\n {2}facts:[^\n{]*\n(?: {4,}.*\n)* {4,}(.*)$/.exec(item.before)?.[1] ?? null;
}

function fact(words, context, item, said) {
  const facts = factsOf(words, item);
  const value = /^(\w+):\s+([\w.: -]*)$/.exec(said);
  if (value) {
    const known = facts.find((it) => it.id === value[1])?.words ?? [];
    return taking(context, value[2], plain(known));
  }
  if (!/^[\p{L}\d ]*$/u.test(said)) {
    return null;
  }
  const free = facts.filter((it) => it.id === said || !new RegExp(`[{,\\s]${it.id}:`).test(item.whole));
  return taking(
    context,
    said,
    free.map((it) => andThen({ label: it.id, detail: `${it.name} — ${it.form}` }, ': ')),
  );
}

/** What may be in a list of codes or of norms that is open. */
function listed(words, context, line) {
  const open = /^\s+(missing|unconfirmed|rests-on|charter):\s*[[{](?:[^\]}]*,)?\s*([\w.-]*)$/.exec(line);
  if (!open) {
    return null;
  }
  return taking(context, open[2], open[1] === 'missing' ? plain(words.codes) : norms(words));
}

function part(words, context, line) {
  const said = /^(?:- | {2})([a-z-]+):\s+(.*)$/.exec(line);
  const options = {
    question: named(words.questions),
    outcome: named(words.outcomes),
    'legal-form': named(words.forms),
    article: plain(words.articles),
  }[said?.[1]];
  return options ? taking(context, said[2], options) : null;
}

function begin(words, context, item, line) {
  if (/^-? ?$/.test(line)) {
    return line || context.explicit
      ? {
          from: context.pos - line.length,
          options: [snippetCompletion(WHOLE, { label: '- id: …', detail: words.newCase })],
          filter: false,
        }
      : null;
  }
  const typed = /^ {2}([a-z-]*)$/.exec(line);
  if (!typed || !(typed[1] || context.explicit)) {
    return null;
  }
  const said = new Set([...item.whole.matchAll(/^[ -] ([a-z-]+):/gm)].map((it) => it[1]));
  return taking(
    context,
    typed[1],
    PARTS.filter((it) => !said.has(it)).map((label) => andThen({ label }, ': ')),
  );
}

/** What is proposed at a place of a file of cases. */
export const cases = (words) => (context) => {
  const at = context.state.doc.lineAt(context.pos);
  const line = at.text.slice(0, context.pos - at.from);
  if (/^\s*#/.test(line)) {
    return null;
  }
  const item = itemAt(context.state, context.pos);
  const said = begun(item);
  if (said !== null) {
    return fact(words, context, item, said);
  }
  return listed(words, context, line) ?? part(words, context, line) ?? begin(words, context, item, line);
};
