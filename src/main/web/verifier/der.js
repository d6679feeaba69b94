// DER as a verifier reads it: tags of one byte, lengths in their one spelling, nothing after the
// end. What is not looked into is not judged. Whatever is not in its form throws NotDer.
import { hex } from './bytes.js';

const LONG = 0x80;
const MAX_LENGTH_BYTES = 3;

export const [INTEGER, BITS, OCTETS, OID, UTC_TIME, TIME, SEQUENCE, SET] = [2, 3, 4, 6, 0x17, 0x18, 0x30, 0x31];

export class NotDer extends Error {}

export function expect(holds) {
  if (!holds) {
    throw new NotDer();
  }
}

/** The one value that these bytes are. */
export function readDer(bytes) {
  const value = valueAt(bytes, 0);
  expect(value.whole.length === bytes.length);
  return value;
}

function valueAt(bytes, at) {
  expect(bytes.length - at >= 2 && (bytes[at] & 0x1f) !== 0x1f);
  const [start, length] = extent(bytes, at + 1);
  const end = start + length;
  expect(end <= bytes.length);
  return new Value(bytes[at], bytes.subarray(at, end), bytes.subarray(start, end));
}

function extent(bytes, at) {
  const first = bytes[at];
  if (first < LONG) {
    return [at + 1, first];
  }
  const count = first - LONG;
  const spelled = bytes.subarray(at + 1, at + 1 + count);
  expect(count > 0 && count <= MAX_LENGTH_BYTES && spelled.length === count && spelled[0] !== 0);
  const length = spelled.reduce((sum, byte) => sum * 256 + byte, 0);
  expect(length >= LONG);
  return [at + 1 + count, length];
}

class Value {
  constructor(tag, whole, content) {
    this.tag = tag;
    this.whole = whole;
    this.content = content;
  }

  tagged(tag) {
    expect(this.tag === tag);
    return this;
  }

  members(least = 0, most = Infinity) {
    const members = [];
    for (let at = 0; at < this.content.length; at += members.at(-1).whole.length) {
      members.push(valueAt(this.content, at));
    }
    expect(members.length >= least && members.length <= most);
    return members;
  }

  only() {
    return this.members(1, 1)[0];
  }

  get hex() {
    return hex(this.whole);
  }

  is(spelled) {
    expect(this.hex === spelled);
  }

  /** A number from 0 in its one spelling. */
  number() {
    const [first, second] = this.tagged(INTEGER).content;
    expect(first !== undefined && first < 0x80 && !(first === 0 && second < 0x80));
    return BigInt(`0x${hex(this.content)}`);
  }

  /** The bytes of a string of bits that ends with one. */
  bits() {
    expect(this.tagged(BITS).content[0] === 0);
    return this.content.subarray(1);
  }
}

const SHORT_FORM = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const LONG_FORM = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{0,8}[1-9]))?Z$/;

/** A GeneralizedTime in nanoseconds since 1970. */
export function readTime(value) {
  return moment(LONG_FORM, value.tagged(TIME), (year) => year);
}

/** A UTCTime or a GeneralizedTime, as certificates have them. */
export function readEitherTime(value) {
  if (value.tag === TIME) {
    return readTime(value);
  }
  return moment(SHORT_FORM, value.tagged(UTC_TIME), (year) => (year < 50 ? 2000 : 1900) + year);
}

function moment(form, { content }, yearOf) {
  const match = form.exec(String.fromCharCode(...content));
  expect(match !== null);
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(yearOf(year), month - 1, day);
  date.setUTCHours(hour, minute, second);
  const read = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(),
    date.getUTCMinutes(), date.getUTCSeconds()];
  expect([yearOf(year), month, day, hour, minute, second].every((part, at) => part === read[at]));
  return BigInt(date.getTime()) * 1_000_000n + BigInt((match[7] ?? '').padEnd(9, '0'));
}
