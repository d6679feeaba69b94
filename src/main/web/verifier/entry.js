// An entry of the log: the public line that commits to a record.
import { Fields } from './fields.js';
import { demand } from './wrong.js';
import { readCanonical } from './canonical.js';

export const KIND = /^[a-z]+(-[a-z]+)*$/;
const MINUTE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z$/;
const LONGEST = 65_535;

/** {kind, case, n, prev, at, commitment}; members that are not known are passed over. */
export function readEntry(bytes, file) {
  const content = bytes.length > LONGEST ? null : readCanonical(bytes);
  demand(content !== null, 'form', file);
  const fields = new Fields(file, content);
  fields.version(1);
  return {
    kind: fields.spelled('kind', KIND),
    n: fields.number('n'),
    case: fields.hash('case'),
    prev: fields.hash('prev'),
    at: fields.spelled('at', MINUTE),
    commitment: fields.hash('commitment'),
  };
}
