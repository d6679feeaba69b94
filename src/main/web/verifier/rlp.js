// RLP in its one encoding: shortest lengths, no bytes after the end. Bytes are read as Uint8Array,
// lists as arrays; null stands for whatever is not in the form.
import { joined } from './bytes.js';

/** Deeper lists occur in nothing that a proof of an anchor holds. */
const MAX_DEPTH = 8;

export function readRlp(bytes) {
  const read = item(bytes, 0, MAX_DEPTH);
  return read !== null && read.end === bytes.length ? read.value : null;
}

/** A list of bytes alone, or null. */
export function readRlpOfBytes(bytes) {
  const list = readRlp(bytes);
  return Array.isArray(list) && list.every(isBytes) ? list : null;
}

export function isBytes(value) {
  return value instanceof Uint8Array;
}

function item(bytes, at, depth) {
  const first = bytes[at];
  if (first === undefined) {
    return null;
  }
  if (first < 0x80) {
    return { value: bytes.subarray(at, at + 1), end: at + 1 };
  }
  const isList = first >= 0xc0;
  const body = extent(bytes, at, first - (isList ? 0xc0 : 0x80));
  if (body === null || body.end > bytes.length) {
    return null;
  }
  if (isList) {
    return depth === 0 ? null : list(bytes, body, depth - 1);
  }
  const value = bytes.subarray(body.start, body.end);
  return value.length === 1 && value[0] < 0x80 ? null : { value, end: body.end };
}

/** Where the content lies: a short one behind its first byte, a long one behind its length. */
function extent(bytes, at, code) {
  if (code <= 55) {
    return { start: at + 1, end: at + 1 + code };
  }
  const start = at + 1 + code - 55;
  const spelled = bytes.subarray(at + 1, start);
  if (spelled.length !== code - 55 || spelled.length > 4 || spelled[0] === 0) {
    return null;
  }
  const length = spelled.reduce((sum, byte) => sum * 256 + byte, 0);
  return length > 55 ? { start, end: start + length } : null;
}

function list(bytes, { start, end }, depth) {
  const values = [];
  const inside = bytes.subarray(0, end);
  for (let at = start; at < end; ) {
    const read = item(inside, at, depth);
    if (read === null) {
      return null;
    }
    values.push(read.value);
    at = read.end;
  }
  return { value: values, end };
}

export function writeRlp(value) {
  if (Array.isArray(value)) {
    const body = joined(...value.map(writeRlp));
    return joined(head(body.length, 0xc0), body);
  }
  return value.length === 1 && value[0] < 0x80 ? value : joined(head(value.length, 0x80), value);
}

function head(length, base) {
  if (length <= 55) {
    return Uint8Array.of(base + length);
  }
  const spelled = scalar(BigInt(length));
  return joined(Uint8Array.of(base + 55 + spelled.length), spelled);
}

/** A number as bytes without zeros in front. */
export function scalar(number) {
  const digits = number === 0n ? '' : number.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return Uint8Array.from(even.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** A number below 2^63 in its one spelling, or null. */
export function readScalar(bytes) {
  if (!isBytes(bytes) || bytes.length > 8 || bytes[0] === 0) {
    return null;
  }
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return number < 1n << 63n ? number : null;
}
