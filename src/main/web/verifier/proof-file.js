// The checks of the proof of a single entry.
import { fromHex, hex, isHash } from './bytes.js';
import { readEntry } from './entry.js';
import { isIncluded, leafHash } from './merkle.js';
import { CHECKPOINT } from './names.js';
import { readCheckpoint, readProof } from './note.js';
import { checkSigned } from './policy.js';
import { resultOf, runAll } from './run.js';
import { demand } from './wrong.js';

export async function verifyProof(file, policy, wanted) {
  const proof = readProof(file);
  const checkpoint = proof && readCheckpoint(proof.checkpoint);
  let entry = null;
  let leaf;
  const run = await runAll([
    ['proof-form', () => demand(checkpoint !== null, 'form', 'tlog-proof')],
    ['proof-entry', () => {
      demand(proof.extra !== null || isHash(wanted), 'absent', 'extra');
      entry = proof.extra && readEntry(proof.extra, 'extra');
      leaf = entry ? hex(leafHash(proof.extra)) : wanted;
      demand(wanted === '' || leaf === wanted, 'proof-digest', leaf);
    }],
    ['proof-included', () => {
      const { size, root } = checkpoint;
      const hash = fromHex(leaf);
      demand(isIncluded(hash, proof.index, size, proof.path, root), 'not-included', 'tlog-proof');
    }],
    ['signature', policy && (() => checkSigned(policy, checkpoint, CHECKPOINT))],
  ]);
  const told = [];
  if (run.failed === 0) {
    if (entry) {
      told.push({ key: 'proof-entry', args: [entry.kind, entry.n, `${entry.at.slice(0, 16).replace('T', ' ')} UTC`] });
    }
    told.push({ key: 'proof', args: [String(proof.index), checkpoint.origin, leaf] });
  }
  return { kind: 'proof', ...run, result: resultOf(run, policy), anchoring: 'none', told, story: null };
}
