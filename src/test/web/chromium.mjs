// Unpacks npm's Chromium into a folder and tells where it lies: node chromium.mjs <out-dir>.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { install } from '../../main/web/install.mjs';

const [out] = process.argv.slice(2);
if (!out) {
  console.error('usage: node chromium.mjs <out-dir>');
  process.exit(2);
}
if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.error("npm's Chromium is for Linux on x64 alone; install Chrome or Chromium.");
  process.exit(1);
}
install(fileURLToPath(new URL('chromium/', import.meta.url)));
mkdirSync(out, { recursive: true });
// The package unpacks into the folder for temporary files, and the system libraries that a bare
// machine lacks (al2023/lib) only where it takes itself to be on a Lambda.
process.env.TMPDIR = resolve(out);
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
const { default: chromium } = await import('./chromium/node_modules/@sparticuz/chromium/build/esm/index.js');
const executable = await chromium.executablePath();

// Where no font is found Chromium ends at the first text field; the package's own configuration
// looks for its font in places of a Lambda.
const folder = process.env.TMPDIR;
writeFileSync(
  resolve(folder, 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${resolve(folder, 'fonts')}</dir>
  <cachedir>${resolve(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
);
console.log(executable);
