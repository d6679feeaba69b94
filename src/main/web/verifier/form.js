// What is asked for before anything is verified: the file, the policy and the conditions.
import { isHash } from './bytes.js';
import { byId } from './dom.js';
import { PolicyNotUnderstood, policyText, readPolicy } from './policy.js';
import { say } from './words.js';

const MAX_LENGTH = 512 * 1024 * 1024;

/** What keeps the checks from being made, with the field where it is to be mended. */
export class NotAsked extends Error {
  constructor(field, words) {
    super(words);
    this.field = field;
  }
}

/** {file, policy, requireAnchor, digest} */
export function asked() {
  const file = byId('file').files[0];
  if (!file) {
    throw new NotAsked('file', say('no-file'));
  }
  if (file.size > MAX_LENGTH) {
    throw new NotAsked('file', say('too-large'));
  }
  const digest = byId('digest').value.trim().toLowerCase();
  if (digest !== '' && !isHash(digest)) {
    throw new NotAsked('digest', say('digest-wrong'));
  }
  return { file, policy: policy(byId('policy').value), requireAnchor: byId('anchor').checked, digest };
}

function policy(text) {
  if (text.trim() === '') {
    if (refused) {
      throw refused;
    }
    return null;
  }
  try {
    return readPolicy(text);
  } catch (fault) {
    throw told('policy', fault);
  }
}

/** Why the file that was chosen last is no policy: that is not the same as to choose none. */
let refused = null;

/** The chosen file's text goes into the field, where it can be read before it is trusted. */
export async function takePolicy(file) {
  byId('policy').value = '';
  refused = null;
  try {
    const text = await policyText(file);
    if (text.trim() === '') {
      // Nobody would see why in an empty field; any other fault is told beside the text.
      readPolicy(text);
    }
    byId('policy').value = text;
  } catch (fault) {
    refused = told('policy-file', fault);
    throw refused;
  }
}

/** The same fault with the field to mend it in. */
function told(field, fault) {
  return fault instanceof PolicyNotUnderstood
    ? new NotAsked(field, say('policy-not-understood', say(`policy.${fault.key}`, ...fault.args)))
    : fault;
}

/** A dropped file is an export, a proof, or a policy, which says so in its first lines. */
export async function isPolicy(file) {
  const head = await file.slice(0, 4096).text();
  return /^[ \t]*artel-policy[ \t]/m.test(head) && !head.startsWith('PK');
}

export function tellFault(fault) {
  for (const place of document.querySelectorAll('.error[data-of]')) {
    const here = fault instanceof NotAsked && place.dataset.of === fault.field;
    place.textContent = here ? fault.message : '';
    place.hidden = !here;
    byId(place.dataset.of).setAttribute('aria-invalid', String(here));
    if (here) {
      byId(place.dataset.of).closest('details')?.setAttribute('open', '');
      byId(place.dataset.of).focus();
    }
  }
}
