// How an authority signs: RSA by PKCS #1 v1.5 or ECDSA on P-256 or P-384, with SHA-2.
import { p256, p384 } from '@noble/curves/nist.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { hex, joined } from './bytes.js';
import { SEQUENCE, readDer } from './der.js';

const RSA_KEY = '300d06092a864886f70d0101010500';
const CURVES = {
  '301306072a8648ce3d020106082a8648ce3d030107': { curve: p256, length: 32 },
  '301006072a8648ce3d020106052b81040022': { curve: p384, length: 48 },
};
const [FEWEST_BITS, MOST_BITS, EXPONENT_BITS] = [2048, 8192, 33];
const DIGESTS = [
  { number: 1, hash: sha256, length: 32 },
  { number: 2, hash: sha384, length: 48 },
  { number: 3, hash: sha512, length: 64 },
].map((digest) => ({ ...digest, oid: `06096086480165030402${two(digest.number)}` }));

export const SHA_256 = DIGESTS[0];

function two(number) {
  return number.toString(16).padStart(2, '0');
}

/** By an AlgorithmIdentifier whose parameters are NULL or absent; undefined for all others. */
export function digestOf(algorithm) {
  return DIGESTS.find(({ oid }) => isNamed(algorithm, oid));
}

function isNamed(algorithm, oid) {
  return algorithm.hex === `300b${oid}` || algorithm.hex === `300d${oid}0500`;
}

/** @param digest that the signer names beside; an algorithm that names one names the same */
export function hasSigned(key, algorithm, digest, bytes, signature) {
  const [keyAlgorithm, bits] = key.members(2, 2);
  const rsa = [1, digest.number + 10].some((last) => isNamed(algorithm, `06092a864886f70d0101${two(last)}`));
  if (rsa) {
    return keyAlgorithm.hex === RSA_KEY && isRsa(bits.bits(), digest, bytes, signature);
  }
  const ecdsa = algorithm.hex === `300a06082a8648ce3d0403${two(digest.number + 1)}`;
  const curve = ecdsa && CURVES[keyAlgorithm.hex];
  return Boolean(curve) && isEcdsa(curve, bits.bits(), digest.hash(bytes), signature);
}

function isRsa(key, digest, bytes, signature) {
  const [modulus, exponent] = readDer(key).tagged(SEQUENCE).members(2, 2).map((value) => value.number());
  const bits = bitLength(modulus);
  const length = Math.ceil(bits / 8);
  const usual = bits >= FEWEST_BITS && bits <= MOST_BITS && bitLength(exponent) <= EXPONENT_BITS && exponent % 2n === 1n;
  const signed = BigInt(`0x0${hex(signature)}`);
  if (!usual || signature.length !== length || signed >= modulus) {
    return false;
  }
  const { oid, hash, length: digestLength } = digest;
  const info = `30${two(digestLength + 17)}300d${oid}050004${two(digestLength)}${hex(hash(bytes))}`;
  const padded = `01${'ff'.repeat(length - 3 - info.length / 2)}00${info}`;
  return power(signed, exponent, modulus) === BigInt(`0x${padded}`);
}

function bitLength(number) {
  return number === 0n ? 0 : number.toString(2).length;
}

function power(base, exponent, modulus) {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') {
      result = (result * base) % modulus;
    }
  }
  return result;
}

function isEcdsa({ curve, length }, point, hash, signature) {
  const numbers = readDer(signature).tagged(SEQUENCE).members(2, 2).map((value) => value.number());
  if (numbers.some((number) => bitLength(number) > 8 * length) || point.length !== 1 + 2 * length || point[0] !== 4) {
    return false;
  }
  const plain = joined(...numbers.map((number) => fixed(number, length)));
  try {
    return curve.verify(plain, hash, point, { prehash: false, lowS: false });
  } catch {
    return false;
  }
}

function fixed(number, length) {
  const digits = number.toString(16).padStart(2 * length, '0');
  return Uint8Array.from(digits.match(/../g), (pair) => parseInt(pair, 16));
}
