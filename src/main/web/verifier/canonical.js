// JSON in the one form of RFC 8785, with no other content than strings in NFC, booleans, integers
// below 2^53, arrays and objects.
import { fromUtf8, utf8 } from './bytes.js';

const MAX_DEPTH = 64;
const HALF_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The object in these bytes, or null if they are not the canonical form of one. */
export function readCanonical(bytes) {
  const text = fromUtf8(bytes);
  if (text === null) {
    return null;
  }
  try {
    const content = JSON.parse(text);
    // Doubled keys, other spellings and spaces are gone once it is written anew.
    return isObject(content) && write(content, 1) === text ? content : null;
  } catch {
    return null;
  }
}

export function canonical(content) {
  return utf8(write(content, 1));
}

export function isObject(content) {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

function write(content, depth) {
  if (typeof content === 'string') {
    return writeText(content);
  }
  if (typeof content === 'boolean') {
    return String(content);
  }
  if (Number.isSafeInteger(content)) {
    return String(content);
  }
  if (typeof content !== 'object' || content === null || depth > MAX_DEPTH) {
    throw new TypeError('no canonical form');
  }
  if (Array.isArray(content)) {
    return `[${content.map((item) => write(item, depth + 1)).join(',')}]`;
  }
  // The default order is that of UTF-16 code units, as RFC 8785 3.2.3 asks.
  const names = Object.keys(content).sort();
  return `{${names.map((name) => `${writeText(name)}:${write(content[name], depth + 1)}`).join(',')}}`;
}

function writeText(text) {
  if (HALF_PAIR.test(text) || text.normalize('NFC') !== text) {
    throw new TypeError('no canonical form');
  }
  return JSON.stringify(text);
}
