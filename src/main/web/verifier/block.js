// The header of a block, its hash, and who has sealed it.
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { hex, joined } from './bytes.js';
import { isBytes, readRlp, readRlpOfBytes, readScalar, writeRlp } from './rlp.js';

const [LEAST_FIELDS, MOST_FIELDS] = [15, 32];
const [RECEIPTS_ROOT, NUMBER, TIMESTAMP, EXTRA_DATA, MIX_HASH] = [5, 8, 11, 12, 13];
/** "Practical byzantine fault tolerance", by which blocks of QBFT are known. */
const OF_QBFT = '63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365';
const NONE = new Uint8Array();

/** {number, timestamp, receiptsRoot, hash, namesValidators, sealed, seals}, or null. */
export function readBlock(header) {
  const fields = readRlpOfBytes(header);
  const number = readScalar(fields?.[NUMBER]);
  const timestamp = readScalar(fields?.[TIMESTAMP]);
  const isHeader = fields?.length >= LEAST_FIELDS && fields.length <= MOST_FIELDS;
  if (!isHeader || number === null || timestamp === null || fields[RECEIPTS_ROOT].length !== 32) {
    return null;
  }
  const receiptsRoot = fields[RECEIPTS_ROOT];
  const extra = hex(fields[MIX_HASH]) === OF_QBFT ? readExtra(fields[EXTRA_DATA]) : null;
  return { number, timestamp, receiptsRoot, ...hashes(fields, header, extra) };
}

function hashes(fields, header, extra) {
  if (extra === null) {
    return { hash: keccak_256(header), namesValidators: false, sealed: null, seals: [] };
  }
  const [vanity, validators, vote, round, seals] = extra;
  const under = (other) => {
    const anew = [...fields];
    anew[EXTRA_DATA] = writeRlp([vanity, validators, vote, other, []]);
    return keccak_256(writeRlp(anew));
  };
  return { hash: under(NONE), namesValidators: validators.length > 0, sealed: under(round), seals };
}

function readExtra(bytes) {
  const extra = readRlp(bytes);
  if (!Array.isArray(extra) || extra.length !== 5) {
    return null;
  }
  const [vanity, validators, vote, round, seals] = extra;
  const good =
    hasLength(vanity, 32) &&
    Array.isArray(validators) &&
    validators.every((address) => hasLength(address, 20)) &&
    isVote(vote) &&
    readScalar(round) !== null &&
    Array.isArray(seals) &&
    seals.every((seal) => hasLength(seal, 65));
  return good ? extra : null;
}

function hasLength(value, length) {
  return isBytes(value) && value.length === length;
}

function isVote(vote) {
  if (!Array.isArray(vote) || vote.length === 0) {
    return Array.isArray(vote);
  }
  const [address, add] = vote;
  return vote.length === 2 && hasLength(address, 20) && isBytes(add) && ['', 'ff'].includes(hex(add));
}

/** How many of these have sealed the block, each counted once. */
export function countSeals(block, validators) {
  const sealing = new Set(block.seals.map((seal) => sealer(block.sealed, seal)));
  return new Set(validators.filter((address) => sealing.has(address))).size;
}

/** The address whose key made the seal, or null. */
function sealer(sealed, seal) {
  const recovery = seal[64];
  if (recovery > 1) {
    return null;
  }
  try {
    const signature = secp256k1.Signature.fromBytes(seal.subarray(0, 64)).addRecoveryBit(recovery);
    const point = signature.recoverPublicKey(sealed).toBytes(false);
    return `0x${hex(keccak_256(point.subarray(1)).subarray(12))}`;
  } catch {
    return null;
  }
}

export function keccak(...parts) {
  return keccak_256(joined(...parts));
}
