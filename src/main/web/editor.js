// The editor of a draft's file: an island over the text field, which does the same without it.
import { EditorView } from '@codemirror/view';
import { forceLinting } from '@codemirror/lint';
import { check } from './editor/check.js';
import { language } from './editor/language.js';
import { base } from './editor/look.js';
import { cases } from './editor/cases.js';
import { completion } from './editor/proposals.js';
import { rules } from './editor/words.js';

async function words(page) {
  try {
    const answer = await fetch(page.words, { headers: { Accept: 'application/json' } });
    return answer.ok ? { ...(await answer.json()), newCase: page.newCase } : null;
  } catch {
    return null;
  }
}

function island(root) {
  const field = root.querySelector('textarea');
  const { path } = root.dataset;
  const isRules = path.endsWith('.dslr');
  const proposer = !field.readOnly && (isRules ? rules : path.includes('/cases/') && cases);
  // The editor's styles are adopted by this tree alone: the page's policy lets no style tag in.
  const host = document.createElement('div');
  host.className = 'editor-host';
  const tree = host.attachShadow({ mode: 'open' });
  field.before(host);
  const place = field.form.querySelector('[data-at-line]');
  let unsaved = false;
  const view = new EditorView({
    doc: field.value,
    root: tree,
    parent: tree,
    extensions: [
      base(root.dataset, field.readOnly),
      language(isRules),
      proposer ? completion(words(root.dataset), proposer) : [],
      field.readOnly ? [] : check(root, field.form),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          field.value = update.state.doc.toString();
          unsaved = true;
        }
        if (update.selectionSet) {
          place.value = update.state.doc.lineAt(update.state.selection.main.head).number;
        }
      }),
    ],
  });
  field.hidden = true;
  field.form.addEventListener('submit', () => {
    unsaved = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) {
      event.preventDefault();
    }
  });
  root.querySelector(`label[for="${field.id}"]`)?.addEventListener('click', (event) => {
    event.preventDefault();
    view.focus();
  });
  root.addEventListener('click', (event) => {
    const line = event.target.closest('[data-line]');
    if (line) {
      event.preventDefault();
      goTo(view, Number(line.dataset.line));
    }
  });
  document.querySelectorAll('a[data-line]').forEach((link) =>
    link.addEventListener('click', (event) => {
      event.preventDefault();
      goTo(view, Number(link.dataset.line));
    }),
  );
  const asked = Number(root.dataset.at);
  if (asked > 0) {
    goTo(view, asked);
  }
  if (!field.readOnly) {
    forceLinting(view);
  }
}

function goTo(view, number) {
  const line = view.state.doc.line(Math.min(Math.max(number, 1), view.state.doc.lines));
  view.dispatch({
    selection: { anchor: line.from },
    effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
  });
  view.focus();
}

document.querySelectorAll('[data-editor]').forEach(island);
