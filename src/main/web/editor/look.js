// How the editor looks and what its keys do; the colours are the page's.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { search, searchKeymap } from '@codemirror/search';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': {
    border: '1px solid var(--edge)',
    borderRadius: 'var(--round)',
    background: 'var(--sheet)',
    color: 'var(--ink)',
    fontSize: 'var(--size-text)',
  },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '0' },
  '.cm-scroller': { fontFamily: 'var(--code-face)', lineHeight: '1.55', minHeight: '16rem', maxHeight: '70vh' },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: '0.5rem' },
  '.cm-gutters': { background: 'var(--sunk)', color: 'var(--ink-2)', borderRight: '1px solid var(--rule)' },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'color-mix(in srgb, var(--wash) 55%, transparent)' },
  '.cm-tooltip': { background: 'var(--sheet)', color: 'var(--ink)', border: '1px solid var(--edge)', maxWidth: 'min(46rem, 92vw)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--text-face)', maxWidth: 'min(46rem, 92vw)', maxHeight: '14rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.6rem', whiteSpace: 'normal', lineHeight: '1.35' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionDetail': { marginLeft: '0.6rem', fontStyle: 'normal', opacity: '1' },
  '.cm-snippetField': { background: 'var(--amber-wash)' },
  '.cm-panels': { background: 'var(--sunk)', color: 'var(--ink)', borderColor: 'var(--rule)' },
  '.cm-panel.cm-search': { padding: '0.5rem 2.2rem 0.5rem 0.6rem', fontFamily: 'var(--text-face)' },
  '.cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label': { fontSize: 'var(--size-text)' },
  '.cm-textfield': { background: 'var(--sheet)', color: 'var(--ink)', border: '1px solid var(--edge)', padding: '0.25rem 0.4rem' },
  '.cm-button': { background: 'var(--sheet)', backgroundImage: 'none', color: 'var(--ink)', border: '1px solid var(--edge)', padding: '0.25rem 0.6rem' },
  '.cm-panels :focus-visible': { outline: '3px solid var(--focus)', outlineOffset: '1px' },
  '.cm-searchMatch': { backgroundColor: 'var(--amber-wash)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--amber-wash)', outline: '2px solid var(--amber)' },
  '.cm-diagnostic': { fontFamily: 'var(--text-face)', padding: '0.4rem 0.6rem' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--alarm)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--alarm)', textUnderlineOffset: '0.2em' },
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '700' },
  { tag: tags.variableName, color: 'var(--slate)' },
  { tag: tags.number, color: 'var(--amber)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: tags.propertyName, color: 'var(--slate)' },
  { tag: tags.comment, color: 'var(--ink-2)', fontStyle: 'italic' },
]);

const FINDING = [
  'Find', 'Replace', 'next', 'previous', 'all', 'match case', 'regexp', 'by word', 'replace', 'replace all', 'close',
  'current match', 'on line', 'replaced match on line $', 'replaced $ matches', 'Go to line', 'go',
];

/** The words of the search, which come one after the other with a slash between them. */
function finding(words) {
  const said = words.finding.split(' / ');
  return Object.fromEntries(FINDING.map((phrase, i) => [phrase, said[i] ?? phrase]));
}

/** Tab is left to the browser, so that nobody is caught; a list of proposals goes with Escape. */
export function base(words, readOnly) {
  return [
    lineNumbers(),
    history(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    EditorView.lineWrapping,
    EditorState.readOnly.of(readOnly),
    EditorState.tabSize.of(4),
    search({ top: true }),
    keymap.of([...searchKeymap, ...defaultKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({
      'aria-label': words.label,
      lang: words.lang,
      spellcheck: 'false',
      tabindex: '0',
    }),
    EditorState.phrases.of({ Completions: words.proposals, Diagnostics: words.faultsName, ...finding(words) }),
    syntaxHighlighting(colours),
    look,
  ];
}
