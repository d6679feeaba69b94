// The hashing of RFC 6962 and the inclusion proofs of RFC 9162.
import { sha256 } from '@noble/hashes/sha2.js';
import { same } from './bytes.js';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const PIECE = 1 << 20;

export function digest(...parts) {
  const hash = sha256.create();
  for (const part of parts) {
    hash.update(part);
  }
  return hash.digest();
}

/** The same of many bytes, piece by piece, so that the page can answer in between. */
export async function pacedDigest(bytes, pace) {
  const hash = sha256.create();
  for (let from = 0; from < bytes.length; from += PIECE) {
    const piece = bytes.subarray(from, from + PIECE);
    hash.update(piece);
    await pace.spend(piece.length);
  }
  return hash.digest();
}

export function leafHash(entry) {
  return digest(LEAF, entry);
}

function nodeHash(left, right) {
  return digest(NODE, left, right);
}

/** RFC 9162 2.1.3.2; a right root alone proves nothing about the place. */
export function isIncluded(leaf, index, size, path, root) {
  if (index >= size) {
    return false;
  }
  let place = index;
  let last = size - 1n;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0n) {
      return false;
    }
    if (place % 2n === 1n || place === last) {
      hash = nodeHash(sibling, hash);
      while (place % 2n === 0n && place !== 0n) {
        place /= 2n;
        last /= 2n;
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    place /= 2n;
    last /= 2n;
  }
  return last === 0n && same(hash, root);
}
