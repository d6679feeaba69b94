// Signed notes, checkpoints, verifier keys and inclusion proofs, in the forms of c2sp.org. Each
// reader gives null for what is not in its form.
import { ed25519 } from '@noble/curves/ed25519.js';
import { decimal, fromBase64, fromUtf8, hex, joined, utf8 } from './bytes.js';
import { digest } from './merkle.js';

const PROOF_HEAD = 'c2sp.org/tlog-proof@v1';
const ED25519 = 1;
const HASH_LENGTH = 32;
const MAX_SIGNATURES = 64;
const MAX_PATH = 64;
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
/** No Unicode spaces, no plus, as c2sp.org/signed-note has it. */
const NAME = /^[^\p{Z}\u0000-\u001f+]+$/u;

/** {text, signatures: [{name, id, signature, line}]} */
export function readNote(bytes) {
  const note = fromUtf8(bytes);
  if (note === null || CONTROL.test(note) || !note.endsWith('\n')) {
    return null;
  }
  const end = note.lastIndexOf('\n\n');
  const lines = end < 0 ? [] : note.slice(end + 2, -1).split('\n');
  const signatures = lines.map(readSignature);
  const good = signatures.length > 0 && signatures.length <= MAX_SIGNATURES && !signatures.includes(null);
  return good ? { text: note.slice(0, end + 1), signatures } : null;
}

function readSignature(line) {
  const [dash, name, spelled, ...rest] = line.split(' ');
  const bytes = spelled === undefined ? null : fromBase64(spelled);
  if (dash !== '—' || !NAME.test(name) || rest.length > 0 || bytes === null || bytes.length < 5) {
    return null;
  }
  return { name, id: hex(bytes.subarray(0, 4)), signature: bytes.subarray(4), line: `${line}\n` };
}

/** {origin, size, root}: the three lines of a log's head. */
export function readHead(text) {
  const [origin, size, root, ...rest] = text.split('\n');
  const head = { origin, size: decimal(size ?? ''), root: fromBase64(root ?? '') };
  const good = origin !== '' && head.size !== null && head.root?.length === HASH_LENGTH;
  return good && rest.length === 1 && rest[0] === '' ? head : null;
}

/** A note with a log's head: {text, signatures, origin, size, root}. */
export function readCheckpoint(bytes) {
  const note = readNote(bytes);
  const head = note && readHead(note.text);
  return head && { ...note, ...head };
}

/** {name, id, key}; the id must follow from the name and the key. */
export function readKey(text) {
  const [name, id, ...spelled] = text.split('+');
  const typed = fromBase64(spelled.join('+'));
  if (!NAME.test(name) || typed?.length !== 1 + HASH_LENGTH || typed[0] !== ED25519) {
    return null;
  }
  const follows = hex(digest(utf8(`${name}\n`), typed).subarray(0, 4));
  return id === follows ? { name, id, key: typed.subarray(1) } : null;
}

export function isSignedBy(key, text, signature) {
  try {
    return ed25519.verify(signature, utf8(text), key, { zip215: false });
  } catch {
    return false;
  }
}

/** {index, path, checkpoint, extra}; the checkpoint is left as it stands, extra may be null. */
export function readProof(bytes) {
  const text = fromUtf8(bytes);
  const end = text?.indexOf('\n\n') ?? -1;
  if (end < 0) {
    return null;
  }
  const [head, ...lines] = text.slice(0, end).split('\n');
  const spelled = lines[0]?.startsWith('extra ') ? lines.shift().slice('extra '.length) : null;
  const extra = spelled === null ? null : fromBase64(spelled);
  const [word, number, ...more] = (lines.shift() ?? '').split(' ');
  const index = decimal(number ?? '');
  const path = lines.map(fromBase64);
  const good =
    head === PROOF_HEAD &&
    (spelled === null || extra !== null) &&
    word === 'index' &&
    index !== null &&
    more.length === 0 &&
    path.length <= MAX_PATH &&
    path.every((hash) => hash?.length === HASH_LENGTH);
  return good ? { index, path, checkpoint: utf8(text.slice(end + 2)), extra } : null;
}

export function isProof(bytes) {
  return fromUtf8(bytes.subarray(0, PROOF_HEAD.length + 1)) === `${PROOF_HEAD}\n`;
}

/** What anchors speak of: the head under the log's own signature alone. Null where it has none. */
export function asTheLogSigned(checkpoint) {
  const own = checkpoint.signatures.find((signature) => signature.name === checkpoint.origin);
  return own ? joined(utf8(`${checkpoint.text}\n`), utf8(own.line)) : null;
}

