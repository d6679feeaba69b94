// A list of proposals under what is being typed; what stands in it is the business of each kind of file.
import { autocompletion } from '@codemirror/autocomplete';

/** Whether each word that was typed stands somewhere in a text. */
export function holdsAll(text, typed) {
  const low = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word));
}

/** Those of some options that hold what was typed just before the cursor, or nothing. */
export function taking(context, typed, options) {
  const held = options.filter((it) => holdsAll(`${it.label} ${it.detail ?? ''}`, typed));
  return held.length ? { from: context.pos - typed.length, options: held, filter: false } : null;
}

/** Norms as options. */
export function norms(words) {
  return words.norms.map((norm) => ({ label: norm.key, detail: [norm.name, norm.value].filter(Boolean).join(' — ') }));
}

/**
 * @param known promise of the words, null where they could not be read
 * @param proposer makes of the words what answers to a place in the text
 */
export function completion(known, proposer) {
  const read = known.then((words) => words && proposer(words));
  const source = async (context) => {
    const propose = await read;
    return propose && propose(context);
  };
  return autocompletion({ override: [source], icons: false, activateOnTyping: true, maxRenderedOptions: 60 });
}
