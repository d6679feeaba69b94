// What a verifier trusts. It comes from elsewhere than the file that is verified.
import { fromUtf8, isHash, utf8 } from './bytes.js';
import { isSignedBy, readKey } from './note.js';
import { demand } from './wrong.js';

/** Bytes. */
const MAX_LENGTH = 1 << 20;
/** What c2sp.org/tlog-policy calls white space. */
const AROUND = /^[ \t]+|[ \t]+$/g;
const CHAIN_ID = /^[1-9][0-9]{0,15}$/;
const ADDRESS = /^0x[0-9a-f]{40}$/;

/** A policy that is not understood is no verdict about a file. */
export class PolicyNotUnderstood extends Error {
  constructor(key, line, text = '') {
    super(`${key}, line ${line}: ${text}`);
    this.key = key;
    this.args = [line, text];
  }
}

/** The text of a policy's file; a letter that a reader sees must be the one that is believed. */
export async function policyText(file) {
  const bytes = new Uint8Array(await file.slice(0, MAX_LENGTH + 1).arrayBuffer());
  demandLength(bytes);
  const text = fromUtf8(bytes);
  if (text === null) {
    throw new PolicyNotUnderstood('no-text', 0);
  }
  return text;
}

function demandLength(bytes) {
  if (bytes.length > MAX_LENGTH) {
    throw new PolicyNotUnderstood('too-long', 0, String(MAX_LENGTH));
  }
}

/** {logs: [{name, id, key}], chains: [{id, contracts, validators}], authorities: [hex digits]} */
export function readPolicy(text) {
  demandLength(utf8(text));
  const reading = { logs: [], chains: [], authorities: [], versioned: false, quorum: false };
  for (const [at, whole] of text.split(/\r\n|\r|\n/).entries()) {
    const line = whole.replace(AROUND, '');
    if (line !== '' && !line.startsWith('#')) {
      readLine(reading, line, at + 1);
    }
  }
  if (!reading.versioned || !reading.quorum || reading.logs.length === 0) {
    throw new PolicyNotUnderstood('incomplete', 0);
  }
  return { logs: reading.logs, chains: reading.chains, authorities: reading.authorities };
}

function readLine(reading, line, number) {
  const [word, value, ...rest] = line.split(/[ \t]+/);
  // A log's address may stand behind its key; it says where to ask, not whom to believe.
  const most = word === 'log' ? 1 : 0;
  if (!Object.hasOwn(READERS, word) || value === undefined || rest.length > most) {
    throw new PolicyNotUnderstood('line', number, line);
  }
  const fault = READERS[word](reading, value);
  if (fault) {
    throw new PolicyNotUnderstood(fault, number, fault === 'version' ? line : value);
  }
}

/** Each takes the word's value in, or gives the key of what is wrong with it. */
const READERS = {
  'artel-policy'(reading, value) {
    reading.versioned = true;
    return value === '1' ? null : 'version';
  },
  log(reading, value) {
    const key = readKey(value);
    reading.logs.push(key);
    return key ? null : 'key';
  },
  quorum(reading, value) {
    const fault = value !== 'none' || reading.quorum;
    reading.quorum = true;
    return fault ? 'witnesses' : null;
  },
  authority(reading, value) {
    reading.authorities.push(value);
    return isHash(value) ? null : 'authority';
  },
  chain(reading, value) {
    const good = CHAIN_ID.test(value);
    reading.chains.push({ id: good ? BigInt(value) : null, contracts: [], validators: [] });
    return good ? null : 'chain-id';
  },
  contract: (reading, value) => takeAddress(reading, 'contracts', value),
  validator: (reading, value) => takeAddress(reading, 'validators', value),
};

function takeAddress(reading, list, value) {
  const chain = reading.chains.at(-1);
  if (!chain) {
    return 'no-chain';
  }
  chain[list].push(value);
  return ADDRESS.test(value) ? null : 'address';
}

/** A log of the policy has signed; signatures of others count nothing. */
export function checkSigned(policy, checkpoint, file) {
  const logs = policy.logs.filter((log) => log.name === checkpoint.origin);
  demand(logs.length > 0, 'unknown-log', file, checkpoint.origin);
  const signed = logs.some((log) => hasSigned(log, checkpoint));
  demand(signed, 'signature', file);
}

/** Signatures of other keys count nothing, but a wrong one of this key spoils its right ones. */
function hasSigned({ name, id, key }, { text, signatures }) {
  const own = signatures.filter((signature) => signature.name === name && signature.id === id);
  return own.length > 0 && own.every(({ signature }) => isSignedBy(key, text, signature));
}

/** The anchor is on a contract of a chain that the policy names; the answer is that chain. */
export function checkChain(policy, anchor, file) {
  const chains = policy.chains.filter((chain) => chain.id === BigInt(anchor.chain));
  demand(chains.length > 0, 'unknown-chain', file, String(anchor.chain));
  const named = chains.find((chain) => chain.contracts.includes(anchor.contract));
  demand(named, 'unknown-contract', file, anchor.contract);
  return named;
}
