// A Merkle Patricia trie of receipts (Ethereum's yellow paper, appendix D), followed from its root.
import { same } from './bytes.js';
import { keccak } from './block.js';
import { isBytes, readRlp, scalar, writeRlp } from './rlp.js';

const BRANCH = 17;

/** Whether the nodes lead from the root to this receipt at this index, and none is left over. */
export function leadsTo(root, index, receipt, path) {
  let key = nibbles(writeRlp(scalar(BigInt(index))));
  let name = root;
  for (const [at, node] of path.entries()) {
    const fields = same(keccak(node), name) ? readRlp(node) : null;
    const step = Array.isArray(fields) ? follow(fields, key) : null;
    if (step === null) {
      return false;
    }
    if (step.leaf) {
      return at === path.length - 1 && same(step.leaf, receipt);
    }
    ({ name, key } = step);
  }
  return false;
}

function follow(fields, key) {
  if (fields.length === BRANCH && key.length > 0) {
    return below(fields[key[0]], key.slice(1));
  }
  if (fields.length !== 2 || !isBytes(fields[0]) || fields[0].length === 0) {
    return null;
  }
  const [flag, ...rest] = nibbles(fields[0]);
  const way = flag % 2 === 1 ? rest : rest.slice(1);
  const isPadded = flag % 2 === 1 || rest[0] === 0;
  if (flag > 3 || !isPadded || way.some((nibble, at) => nibble !== key[at])) {
    return null;
  }
  if (flag < 2) {
    return way.length > 0 ? below(fields[1], key.slice(way.length)) : null;
  }
  return way.length === key.length && isBytes(fields[1]) ? { leaf: fields[1] } : null;
}

function below(name, key) {
  return isBytes(name) && name.length === 32 ? { name, key } : null;
}

function nibbles(bytes) {
  return Array.from(bytes).flatMap((byte) => [byte >> 4, byte & 15]);
}
