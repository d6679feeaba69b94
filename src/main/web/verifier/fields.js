// Members of a JSON object as a verifier reads them: whatever is not as it must be is wrong.
import { isHash } from './bytes.js';
import { isObject, readCanonical } from './canonical.js';
import { demand } from './wrong.js';

export class Fields {
  constructor(file, content) {
    this.file = file;
    this.content = content;
  }

  static read(files, file) {
    demand(files.has(file), 'absent', file);
    const content = readCanonical(files.get(file));
    demand(content !== null, 'form', file);
    return new Fields(file, content);
  }

  get(name) {
    return Object.hasOwn(this.content, name) ? this.content[name] : undefined;
  }

  take(name, fits) {
    const value = this.get(name);
    demand(value !== undefined && fits(value), 'field', this.file, name);
    return value;
  }

  text(name) {
    return this.take(name, (value) => typeof value === 'string');
  }

  spelled(name, form) {
    return this.take(name, (value) => typeof value === 'string' && form.test(value));
  }

  number(name) {
    return this.take(name, (value) => Number.isSafeInteger(value) && value >= 0);
  }

  hash(name) {
    return this.take(name, isHash);
  }

  list(name) {
    return this.take(name, Array.isArray);
  }

  fields(name) {
    return new Fields(this.file, this.take(name, isObject));
  }

  is(name, expected) {
    this.take(name, (value) => value === expected);
  }

  version(expected) {
    demand(this.number('v') === expected, 'version', this.file, this.content.v);
  }

  /** Nobody signs these, so nothing may stand there that is not known. */
  only(...names) {
    const known = Object.keys(this.content).sort().join() === names.sort().join();
    demand(known, 'form', this.file);
  }

  names() {
    return Object.keys(this.content).sort();
  }
}
