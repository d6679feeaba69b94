// What an export says of its case: the files, the entries, the records and what follows from them.
import { fromHex, hex, isHash, same } from './bytes.js';
import { canonical } from './canonical.js';
import { KIND, readEntry } from './entry.js';
import { Fields } from './fields.js';
import { digest, leafHash, pacedDigest } from './merkle.js';
import * as names from './names.js';
import { demand } from './wrong.js';

const CASE = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;
const INSTANT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/;
const ACTOR = /^(service|[0-9a-f]{64})$/;
const MAX_RECORDS = 100_000;
const COURSE = new Set(['started', 'completed', 'cancelled', 'variable-changed', 'moved', 'ended']);

export class ExportedCase {
  constructor(files, pace) {
    this.files = files;
    this.pace = pace;
    this.entries = [];
    this.records = [];
    this.attachments = [];
    this.digests = new Map();
  }

  /** Check 2: the files are those of the manifest. */
  async checkFiles() {
    this.manifest = Fields.read(this.files, names.MANIFEST);
    this.manifest.is('format', 'artel-case-export');
    const layout = this.manifest.number('v');
    demand(Object.hasOwn(names.README_SHA256, layout), 'version', names.MANIFEST, String(layout));
    const listed = new Map();
    for (const item of this.manifest.list('files')) {
      listed.set(typeof item?.name === 'string' ? item.name : '?', item);
    }
    for (const [name, bytes] of this.files) {
      if (name !== names.MANIFEST) {
        demand(listed.has(name), 'unlisted', name);
        const item = listed.get(name);
        const sha256 = hex(await pacedDigest(bytes, this.pace));
        demand(item.length === bytes.length && item.sha256 === sha256, 'changed', name);
        this.digests.set(name, sha256);
      }
    }
    for (const name of listed.keys()) {
      demand(this.files.has(name), 'absent', name);
    }
    demand(this.files.has(names.README), 'absent', names.README);
    demand(this.digests.get(names.README) === names.README_SHA256[layout], 'readme', names.README);
  }

  /** Check 3: the entries are a chain. */
  async checkEntries() {
    const count = [...this.files.keys()].filter((name) => name.startsWith('entries/')).length;
    let before = '0'.repeat(64);
    for (let n = 1; n <= Math.max(count, 1); n++) {
      const file = names.entryFile(n);
      demand(n <= MAX_RECORDS && this.files.has(file), 'absent', file);
      const bytes = this.files.get(file);
      const entry = readEntry(bytes, file);
      demand(entry.n === n, 'field', file, 'n');
      demand(n === 1 || entry.case === this.entries[0].case, 'other-case', file);
      demand(entry.prev === before, 'chain', file);
      const leaf = leafHash(bytes);
      before = hex(leaf);
      this.entries.push({ ...entry, leaf });
      await this.pace.spend(bytes.length);
    }
  }

  /** Check 4: each record is the one that its entry commits to. */
  async checkRecords() {
    const lastErasure = Math.max(0, ...this.entries.filter(isErasure).map((entry) => entry.n));
    for (const entry of this.entries) {
      const [file, opening] = [names.recordFile(entry.n), names.openingFile(entry.n)];
      const erased = !this.files.has(file) && !this.files.has(opening) && entry.n < lastErasure;
      this.records.push(erased ? null : this.readRecord(entry, file, opening));
      await this.pace.spend(this.files.get(file)?.length ?? 0);
    }
    const there = this.records.find((record) => record !== null);
    demand(there, 'absent', names.recordFile(1));
    this.id = there.case;
    for (const record of this.records) {
      demand(record === null || record.case === this.id, 'other-case', record && names.recordFile(record.n));
    }
  }

  readRecord(entry, file, openingFile) {
    const fields = Fields.read(this.files, file);
    const opening = Fields.read(this.files, openingFile);
    const commitment = digest(fromHex(opening.hash('salt')), this.files.get(file));
    demand(hex(commitment) === entry.commitment, 'record-commitment', file);
    fields.version(1);
    fields.spelled('kind', KIND);
    fields.is('kind', entry.kind);
    fields.is('n', entry.n);
    const at = fields.spelled('at', INSTANT);
    demand(`${at.slice(0, 16)}Z` === entry.at, 'field', file, 'at');
    return {
      kind: entry.kind,
      n: entry.n,
      at,
      case: fields.spelled('case', CASE),
      actor: fields.spelled('actor', ACTOR),
      members: fields.fields('members').content,
      values: fields.fields('values'),
      opening,
    };
  }

  /** Check 5: each value that is given is the one that its record commits to. */
  async checkValues() {
    for (const record of this.open()) {
      const { opening } = record;
      opening.only('v', 'n', 'salt', 'values');
      opening.version(1);
      opening.is('n', record.n);
      record.given = opening.fields('values');
      for (const name of record.given.names()) {
        const given = record.given.fields(name);
        given.only('salt', 'value');
        const named = canonical({ name, value: given.get('value') });
        const commitment = hex(digest(fromHex(given.hash('salt')), named));
        demand(record.values.get(name) === commitment, 'value-commitment', opening.file, name);
        await this.pace.spend(named.length);
      }
    }
  }

  /** Check 6: the course begins with the start, and nothing of it follows the end. */
  checkCourse() {
    let last = null;
    for (const entry of this.entries.filter(({ kind }) => COURSE.has(kind))) {
      const file = names.entryFile(entry.n);
      demand(last !== null || entry.kind === 'started', 'not-started', file);
      demand(last !== 'ended', 'after-end', file);
      last = entry.kind;
    }
    this.hasCourse = last !== null;
    this.closed = last === 'ended';
    for (const record of this.open().filter(({ kind }) => kind === 'ended')) {
      const file = names.recordFile(record.n);
      new Fields(file, record.members).is('count', record.n);
    }
  }

  /** Check 7: each attachment is named by a record, and none is there twice. */
  checkAttachments() {
    const named = new Set(this.open().flatMap((record) => hashesIn(record.members)));
    const seen = new Set();
    for (const [name, bytes] of this.files) {
      if (name.startsWith(names.ATTACHMENTS)) {
        const sha256 = this.digests.get(name);
        demand(!seen.has(sha256), 'attached-twice', name);
        demand(named.has(sha256), 'unnamed', name);
        seen.add(sha256);
        this.attachments.push({ name, length: bytes.length, sha256 });
      }
    }
    const expected = this.open().flatMap(({ members }) =>
      ['documents', 'decisions'].map((list) => own(members, list)).filter(Array.isArray).flatMap(hashesIn),
    );
    this.withheld = [...new Set(expected)].filter((sha256) => !seen.has(sha256)).sort();
  }

  /** Check 8: the manifest is the one that follows from the other files, and these are all. */
  checkManifest() {
    const known = new Set([names.README, names.MANIFEST, ...names.OF_THE_HEAD]);
    for (const { n } of this.entries) {
      known.add(names.entryFile(n)).add(names.proofFile(n));
      if (this.records[n - 1]) {
        known.add(names.recordFile(n)).add(names.openingFile(n));
      }
    }
    for (const name of this.files.keys()) {
      demand(known.has(name) || name.startsWith(names.ATTACHMENTS), 'unknown-file', name);
    }
    const follows = {
      format: 'artel-case-export',
      v: names.layoutOf(this.files),
      case: this.id,
      pseudonym: this.entries[0].case,
      count: this.entries.length,
      state: this.closed ? 'closed' : 'open',
      erased: this.erased(),
      withheld: this.withheld,
      files: this.manifest.list('files'),
    };
    for (const [name, value] of Object.entries(follows)) {
      const said = this.manifest.get(name);
      const holds = said !== undefined && same(canonical({ said }), canonical({ said: value }));
      demand(holds, 'field', names.MANIFEST, name);
    }
    this.manifest.only(...Object.keys(follows));
    this.checkList(follows.files);
  }

  /** The list of files has the one form: its order is theirs, and nothing more is said of each. */
  checkList(list) {
    const others = [...this.files.keys()].filter((name) => name !== names.MANIFEST);
    const holds =
      list.map((item) => item.name).join('\n') === others.join('\n') &&
      list.every((item) => Object.keys(item).length === 3);
    demand(holds, 'field', names.MANIFEST, 'files');
  }

  open() {
    return this.records.filter((record) => record !== null);
  }

  erased() {
    return this.entries.filter(({ n }) => this.records[n - 1] === null).map(({ n }) => n);
  }

  hiddenValues() {
    return this.open().reduce(
      (sum, { values, given }) => sum + values.names().filter((name) => given.get(name) === undefined).length,
      0,
    );
  }
}

function isErasure({ kind }) {
  return kind === 'erasure';
}

function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Every digest that stands anywhere in the content. */
function hashesIn(content) {
  if (typeof content === 'object') {
    return Object.values(content).flatMap(hashesIn);
  }
  return isHash(content) ? [content] : [];
}
