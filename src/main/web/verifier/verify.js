// What is verified is an export, or the proof of a single entry, which says so in its first line.
import { verifyExport } from './export.js';
import { isProof } from './note.js';
import { Pace } from './pace.js';
import { verifyProof } from './proof-file.js';

/** Bytes of an export are gone through this often: for the ZIP, for the manifest and for what they say. */
const PASSES = 3;

/**
 * @param file the bytes of an export or a proof file
 * @param policy as readPolicy gives it, or null
 * @param wanted {requireAnchor, digest, tell}: digest is that of a receipt, or ''
 * @returns {kind, result, checks: [{number, key, state}], failed, wrong, anchoring, told, story}
 */
export async function verify(file, policy, wanted = {}) {
  if (isProof(file)) {
    return verifyProof(file, policy, wanted.digest ?? '');
  }
  const pace = new Pace(file.length * PASSES, wanted.tell ?? (() => {}));
  return verifyExport(file, policy, wanted.requireAnchor ?? false, pace);
}
