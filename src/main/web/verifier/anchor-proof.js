// The proof that an export's anchor stands in a block, held against what is stated of it.
import { fromHex, hex, joined, same, utf8 } from './bytes.js';
import { countSeals, keccak, readBlock } from './block.js';
import { Fields } from './fields.js';
import { ANCHOR, ANCHOR_PROOF as FILE } from './names.js';
import { isBytes, readRlp } from './rlp.js';
import { leadsTo } from './trie.js';
import { demand } from './wrong.js';

const MAX_LENGTH = 1 << 20;
const MAX_NODES = 16;
const BYTES = /^0x([0-9a-f]{2})*$/;
const LAST_TYPE = 0x7f;
const EVENT = keccak(utf8('Anchored(bytes32,uint64,bytes32,bytes32)'));

export class AnchorProof {
  /** @param stated what anchor.json says, or null */
  constructor(files, stated) {
    this.files = files;
    this.stated = stated;
  }

  isThere() {
    return this.files.has(FILE);
  }

  /** Check 13: the header has its form, gives the block's hash, and is of the block that is stated. */
  checkBlock() {
    demand(this.stated !== null, 'absent', ANCHOR);
    demand(this.isThere(), 'absent', FILE);
    demand(this.files.get(FILE).length <= MAX_LENGTH, 'form', FILE);
    const said = Fields.read(this.files, FILE);
    said.only('v', 'hash', 'header', 'index', 'path', 'receipt');
    said.version(1);
    this.index = said.number('index');
    this.receipt = bytesOf(said.text('receipt'));
    this.path = said.list('path').map(bytesOf);
    demand(this.path.length <= MAX_NODES, 'field', FILE, 'path');
    this.block = readBlock(bytesOf(said.text('header')));
    demand(this.block !== null, 'form', FILE);
    said.is('hash', `0x${hex(this.block.hash)}`);
    const { number, timestamp } = this.block;
    const isStated = BigInt(this.stated.block) === number && this.stated.at === spelled(timestamp);
    demand(isStated, 'anchor-block', FILE, String(number));
  }

  /** Check 14: the receipt stands in the block. */
  checkReceipt() {
    const { block, index, receipt, path } = this;
    demand(leadsTo(block.receiptsRoot, index, receipt, path), 'anchor-receipt', FILE, String(index));
  }

  /** Check 15: the receipt is of a transaction that succeeded and told of this checkpoint. */
  checkEvent() {
    const isTyped = this.receipt[0] > 0 && this.receipt[0] <= LAST_TYPE;
    const fields = readRlp(isTyped ? this.receipt.subarray(1) : this.receipt);
    const isReceipt = Array.isArray(fields) && fields.length === 4;
    const [status, , , logs] = isReceipt ? fields : [];
    demand(isReceipt && isBytes(status) && hex(status) === '01', 'anchor-failed', FILE);
    const tells = Array.isArray(logs) && logs.some((log) => this.isEvent(log));
    demand(tells, 'anchor-event', FILE, this.stated.contract);
  }

  isEvent(log) {
    const { contract, origin, size, root, checkpoint } = this.stated;
    const sizeWord = fromHex(BigInt(size).toString(16).padStart(64, '0'));
    const expected = [
      fromHex(contract.slice(2)),
      [EVENT, keccak(utf8(origin))],
      joined(sizeWord, fromHex(root), fromHex(checkpoint)),
    ];
    return equal(log, expected);
  }

  /** Check 16: enough of the validators have sealed the block. */
  checkSeals(validators) {
    const counted = countSeals(this.block, validators);
    const needed = Math.ceil((2 * validators.length) / 3);
    demand(validators.length > 0, 'no-validators', FILE);
    demand(counted >= needed, 'seals', FILE, counted, validators.length, needed);
    return counted;
  }
}

function bytesOf(text) {
  demand(typeof text === 'string' && BYTES.test(text), 'form', FILE);
  return fromHex(text.slice(2));
}

/** As times stand in records; a year beyond 9999 stands in none. */
function spelled(timestamp) {
  const at = new Date(Number(timestamp) * 1000);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function equal(one, other) {
  if (isBytes(other)) {
    return isBytes(one) && same(one, other);
  }
  return Array.isArray(one) && one.length === other.length && other.every((part, at) => equal(one[at], part));
}
