// Where the entries of an export stand in the log, and what anchors its head.
import { hex, same } from './bytes.js';
import { Fields } from './fields.js';
import { digest, isIncluded } from './merkle.js';
import * as names from './names.js';
import { asTheLogSigned, readCheckpoint, readProof } from './note.js';
import { demand } from './wrong.js';

const ADDRESS = /^0x[0-9a-f]{40}$/;
const TRANSACTION = /^0x[0-9a-f]{64}$/;

export class Seal {
  constructor(files, pace) {
    this.files = files;
    this.pace = pace;
    this.anchor = null;
  }

  /** Check 9: every entry stands under the checkpoint, each later than the one before. */
  async checkProofs(entries) {
    this.demandThere(names.CHECKPOINT);
    const bytes = this.files.get(names.CHECKPOINT);
    this.checkpoint = readCheckpoint(bytes);
    demand(this.checkpoint !== null, 'form', names.CHECKPOINT);
    let last = -1n;
    for (const { n, leaf } of entries) {
      const file = names.proofFile(n);
      this.demandThere(file);
      const proof = readProof(this.files.get(file));
      demand(proof !== null && proof.extra === null, 'form', file);
      demand(same(proof.checkpoint, bytes), 'other-checkpoint', file);
      demand(proof.index > last, 'log-order', file);
      const { size, root } = this.checkpoint;
      demand(isIncluded(leaf, proof.index, size, proof.path, root), 'not-included', file);
      last = proof.index;
      await this.pace.spend(this.files.get(file).length);
    }
  }

  /** Check 10: what is said of an anchor speaks of this checkpoint. */
  checkAnchor(required) {
    if (!this.files.has(names.ANCHOR)) {
      demand(!required, 'absent', names.ANCHOR);
      return;
    }
    const said = Fields.read(this.files, names.ANCHOR);
    said.only('v', 'chain', 'contract', 'transaction', 'block', 'at', 'origin', 'size', 'root', 'checkpoint');
    said.version(1);
    said.number('chain');
    said.number('block');
    said.text('at');
    said.spelled('contract', ADDRESS);
    said.spelled('transaction', TRANSACTION);
    said.is('origin', this.checkpoint.origin);
    demand(BigInt(said.number('size')) === this.checkpoint.size, 'field', names.ANCHOR, 'size');
    said.is('root', hex(this.checkpoint.root));
    const own = asTheLogSigned(this.checkpoint);
    demand(own !== null, 'signature', names.CHECKPOINT);
    said.is('checkpoint', hex(digest(own)));
    this.anchor = said.content;
  }

  demandThere(file) {
    demand(this.files.has(file), 'absent', file);
  }
}
