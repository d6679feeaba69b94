// The checks of an export; their numbers are those of format-1.md.
import { AnchorProof } from './anchor-proof.js';
import { hex } from './bytes.js';
import { ExportedCase } from './case.js';
import * as names from './names.js';
import { checkChain, checkSigned } from './policy.js';
import { resultOf, runAll } from './run.js';
import { Seal } from './seal.js';
import { checkStamp } from './stamp.js';
import { readZip } from './zip.js';

export async function verifyExport(file, policy, requireAnchor, pace) {
  const made = new Making(policy, requireAnchor, pace);
  const run = await runAll(made.checks(file));
  const verdict = { kind: 'export', ...run, result: resultOf(run, policy), anchoring: 'none', told: [], story: null };
  if (run.failed === 0) {
    const { id, entries, records, attachments } = made.exported;
    verdict.anchoring = made.anchoring;
    verdict.told = [...told(made.exported), ...made.told, end(made.exported)];
    verdict.story = { id, entries, records, attachments };
  }
  return verdict;
}

class Making {
  constructor(policy, requireAnchor, pace) {
    this.policy = policy;
    this.requireAnchor = requireAnchor;
    this.pace = pace;
    this.chain = null;
    this.anchoring = 'none';
    this.told = [];
  }

  checks(file) {
    return [
      ['zip', () => this.open(file)],
      ['files', () => this.exported.checkFiles()],
      ['entries', () => this.exported.checkEntries()],
      ['records', () => this.exported.checkRecords()],
      ['values', () => this.exported.checkValues()],
      ['course', () => this.exported.checkCourse()],
      ['attachments', () => this.exported.checkAttachments()],
      ['manifest', () => this.exported.checkManifest()],
      ['proofs', () => this.seal.checkProofs(this.exported.entries)],
      ['anchor', () => this.checkAnchor()],
      ['signature', this.policy && (() => checkSigned(this.policy, this.seal.checkpoint, names.CHECKPOINT))],
      ['chain', this.policy && (() => this.checkChain())],
      ['anchor-block', () => this.checkBlock()],
      ['anchor-receipt', () => this.proof.block !== undefined && this.proof.checkReceipt()],
      ['anchor-event', () => this.proof.block !== undefined && this.proof.checkEvent()],
      ['seals', this.policy && (() => this.checkSeals())],
      ['stamp', () => this.checkStamp()],
    ];
  }

  async open(file) {
    const files = await readZip(file, this.pace);
    this.exported = new ExportedCase(files, this.pace);
    this.seal = new Seal(files, this.pace);
  }

  checkAnchor() {
    this.seal.checkAnchor(this.requireAnchor);
    const { anchor, files } = this.seal;
    this.proof = new AnchorProof(files, anchor);
    if (anchor) {
      this.anchoring = 'stated';
    } else {
      this.tell('not-anchored');
    }
  }

  /** A policy without a chain has nothing to say of anchors, unless one is demanded. */
  checkChain() {
    if (this.policy.chains.length === 0 && !this.requireAnchor) {
      this.tell('no-chain-in-policy');
      return false;
    }
    if (this.seal.anchor) {
      this.chain = checkChain(this.policy, this.seal.anchor, names.ANCHOR);
    }
    return true;
  }

  checkBlock() {
    if (this.proof.isThere() || this.requireAnchor) {
      this.proof.checkBlock();
      return true;
    }
    if (this.seal.anchor) {
      this.tell('anchor-stated', String(this.seal.anchor.block));
    }
    return false;
  }

  /** By its policy a chain without validators is one for development, unless its block has some. */
  checkSeals() {
    const { block } = this.proof;
    if (!block || !this.chain) {
      return false;
    }
    const { validators } = this.chain;
    const named = [String(block.number), `0x${hex(block.hash)}`];
    if (validators.length > 0 || (this.requireAnchor && block.namesValidators)) {
      const counted = this.proof.checkSeals(validators);
      this.anchoring = 'proved';
      this.tell('anchor-proved', ...named, counted, validators.length);
      return true;
    }
    this.anchoring = block.namesValidators ? 'stated' : 'unsealed';
    this.tell(block.namesValidators ? 'no-validators-in-policy' : 'anchor-unsealed', ...named);
    return false;
  }

  checkStamp() {
    if (!this.seal.files.has(names.STAMP)) {
      this.tell('not-stamped');
      return false;
    }
    const { at, authority, trusted } = checkStamp(this.seal.files, this.seal.checkpoint, this.policy);
    this.tell(trusted ? 'stamped' : 'stamp-stated', at, authority);
    return true;
  }

  tell(key, ...args) {
    this.told.push({ key, args });
  }
}

/** What is left out of the export, counted. */
function told(exported) {
  return [
    { key: 'hidden-values', args: [exported.hiddenValues()] },
    { key: 'withheld', args: [exported.withheld.length] },
    { key: 'erased', args: [exported.erased().length] },
  ].filter(({ args: [number] }) => number > 0);
}

function end({ closed, hasCourse, id, entries }) {
  return { key: closed ? 'closed' : hasCourse ? 'open' : 'series', args: [id, entries.length] };
}
