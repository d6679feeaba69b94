// The one form of the ZIP: stored files in the order of their names, one fixed time, no extras. What
// has been read is held against what a writer would have written, to the bit.
import { fromUtf8, utf8 } from './bytes.js';
import { demand } from './wrong.js';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCAL_LENGTH = 30;
const MAX_FILES_OF_ZIP32 = 65_534;
const MAX_LENGTH = 512 * 1024 * 1024;
const DATE = 0x0021;
const PIECE = 1 << 20;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)?$/;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (none, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return crc;
});

/** The files by name, in the order of the names. */
export async function readZip(zip, pace) {
  const found = await readLocals(zip, pace);
  demand(found.size > 0, 'zip-none');
  demand(zip.length <= MAX_LENGTH, 'zip-directory', zip.length);
  const files = new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
  let at = 0;
  for (const [name, file] of files) {
    const head = localHead(name, file);
    demand(file.start === at && isAt(zip, at, head), 'zip-header', name);
    at += head.length + file.bytes.length;
  }
  compareDirectory(zip, files, at);
  return new Map([...files].map(([name, file]) => [name, file.bytes]));
}

async function readLocals(zip, pace) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const files = new Map();
  let at = 0;
  let last = '';
  while (at + LOCAL_LENGTH <= zip.length && view.getUint32(at, true) === LOCAL) {
    const length = view.getUint32(at + 18, true);
    const start = at + LOCAL_LENGTH + view.getUint16(at + 26, true);
    demand(start + length <= zip.length, 'zip-header', last);
    const name = fromUtf8(zip.subarray(at + LOCAL_LENGTH, start));
    demand(name !== null && NAME.test(name), 'zip-name', printable(name ?? '?'));
    const bytes = zip.subarray(start, start + length);
    const crc = await crcOf(bytes, pace);
    demand(crc === view.getUint32(at + 14, true), 'zip-crc', name);
    demand(!files.has(name), 'zip-doubled', name);
    files.set(name, { start: at, bytes, crc });
    at = start + length;
    last = name;
  }
  return files;
}

async function crcOf(bytes, pace) {
  let crc = 0xffffffff;
  for (let from = 0; from < bytes.length; from += PIECE) {
    const end = Math.min(from + PIECE, bytes.length);
    for (let at = from; at < end; at++) {
      crc = CRC_TABLE[(crc ^ bytes[at]) & 0xff] ^ (crc >>> 8);
    }
    await pace.spend(end - from);
  }
  return ~crc >>> 0;
}

/** What a local head and a line of the directory say in the same words. */
function told(name, { bytes, crc }) {
  return [
    ...[10, 0, 0, 0, DATE].map(two),
    ...[crc, bytes.length, bytes.length].map(four),
    ...[name.length, 0].map(two),
  ];
}

function localHead(name, file) {
  return Uint8Array.from([four(LOCAL), ...told(name, file), [...utf8(name)]].flat());
}

/** Line by line, since a large export has hundreds of thousands of them. */
function compareDirectory(zip, files, start) {
  let at = start;
  let local = 0;
  for (const [name, file] of files) {
    const line = directoryLine(name, file, local);
    demand(isAt(zip, at, line), 'zip-directory', at);
    at += line.length;
    local += LOCAL_LENGTH + name.length + file.bytes.length;
  }
  const end = directoryEnd(files.size, start, at - start);
  demand(isAt(zip, at, end) && zip.length === at + end.length, 'zip-directory', at);
}

function directoryLine(name, file, local) {
  const parts = [four(CENTRAL), two(10), ...told(name, file), two(0), two(0), two(0), four(0), four(local)];
  return Uint8Array.from([...parts, [...utf8(name)]].flat());
}

function directoryEnd(count, start, length) {
  const parts = [];
  const large = count > MAX_FILES_OF_ZIP32;
  if (large) {
    parts.push(four(END_64), eight(44), two(45), two(45), four(0), four(0));
    parts.push(eight(count), eight(count), eight(length), eight(start));
    parts.push(four(LOCATOR_64), four(0), eight(start + length), four(1));
  }
  const said = large ? 0xffff : count;
  parts.push(four(END), two(0), two(0), two(said), two(said), four(length), four(start), two(0));
  return Uint8Array.from(parts.flat());
}

function two(number) {
  return [number & 0xff, number >>> 8];
}

function four(number) {
  return [...two(number & 0xffff), ...two(number >>> 16)];
}

function eight(number) {
  return [...four(number >>> 0), ...four(Math.floor(number / 2 ** 32))];
}

function isAt(zip, at, bytes) {
  return at + bytes.length <= zip.length && bytes.every((byte, i) => zip[at + i] === byte);
}

function printable(name) {
  return name.replace(/[^\x20-\x7e]/g, '?');
}
