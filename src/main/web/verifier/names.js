// How the files of an export are called.
export const README = 'README.txt';
/** The one text that every export of a layout has, as format-1.md names it. */
export const README_SHA256 = {
  1: '41876bb68e7fa5a340935b63ca6d1288dc58887de976151901b297f22e219ab8',
  2: 'ee01637194f3698f065b8cb4139436a906d6948f6f2fe3301cbdf0b4839ecaca',
  3: 'bc9d3a910ecbdac4382728adafde93392aba3c4d3774ac8b3418cc758d3420f8',
};
export const MANIFEST = 'manifest.json';
export const CHECKPOINT = 'checkpoint';
export const ANCHOR = 'anchor.json';
export const ANCHOR_PROOF = 'anchor-proof.json';
export const STAMP = 'checkpoint.tsr';
export const OF_THE_HEAD = [CHECKPOINT, STAMP, ANCHOR, ANCHOR_PROOF];
export const ATTACHMENTS = 'attachments/';

/** The layout that follows from which files there are. */
export function layoutOf(files) {
  if (files.has(STAMP)) {
    return 3;
  }
  return files.has(ANCHOR_PROOF) ? 2 : 1;
}

const digits = (n) => String(n).padStart(6, '0');

export const entryFile = (n) => `entries/${digits(n)}.json`;
export const recordFile = (n) => `records/${digits(n)}.json`;
export const openingFile = (n) => `openings/${digits(n)}.json`;
export const proofFile = (n) => `proofs/${digits(n)}.tlog-proof`;
