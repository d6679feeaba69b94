// Bytes and their spellings, each read in one form only: null stands for all others.
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));
const writer = new TextEncoder();

export function utf8(text) {
  return writer.encode(text);
}

/** Nothing is replaced and a byte order mark stays a character. */
export function fromUtf8(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function same(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 64 lower-case hex digits. */
export function isHash(text) {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
}

export function fromHex(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function base64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(group >> shift) & 63]);
    text += digits.slice(0, bytes.length - at + 1).join('').padEnd(4, '=');
  }
  return text;
}

export function fromBase64(text) {
  const digits = text.replace(/={1,2}$/, '');
  const bytes = [];
  let bits = 0;
  let held = 0;
  for (const digit of digits) {
    if (!VALUES.has(digit)) {
      return null;
    }
    held = ((held << 6) | VALUES.get(digit)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  const read = Uint8Array.from(bytes);
  return base64(read) === text ? read : null;
}

/** A decimal without needless zeros, below 2^63. */
export function decimal(text) {
  if (!/^(0|[1-9][0-9]{0,18})$/.test(text)) {
    return null;
  }
  const number = BigInt(text);
  return number < 1n << 63n ? number : null;
}
