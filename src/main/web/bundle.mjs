// Puts what the pages load into one folder: node bundle.mjs <out-dir>. Run by Maven, which gives
// target/classes/static/lib. Nothing is fetched at run time and nothing comes from another host.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { install } from './install.mjs';

// A text face made for Russian interfaces and a book face for headings; one variable file a script.
const FONTS = [
  { family: 'Golos Text', package: '@fontsource-variable/golos-text', file: 'golos-text', weights: '400 900' },
  { family: 'Literata', package: '@fontsource-variable/literata', file: 'literata', weights: '200 900' },
];
const SCRIPTS = ['cyrillic', 'latin'];

const out = process.argv[2];
if (!out) {
  console.error('usage: node bundle.mjs <out-dir>');
  process.exit(2);
}
install();
const here = fileURLToPath(new URL('.', import.meta.url));
const modules = join(here, 'node_modules');
const { build, transform } = await import('esbuild');

await rm(out, { recursive: true, force: true });
await mkdir(join(out, 'fonts'), { recursive: true });

await copyFile(join(modules, 'htmx.org', 'dist', 'htmx.min.js'), join(out, 'htmx.js'));

// The diagram and the editor are islands: only the pages that show one load it, the diagram with the
// style it imports.
for (const entry of ['desk.js', 'desk.css', 'diagram.js', 'editor.js']) {
  if (existsSync(join(here, entry))) {
    await build({
      entryPoints: [join(here, entry)],
      outfile: join(out, entry),
      bundle: true,
      minify: true,
      charset: 'utf8',
      target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
      external: ['*.woff2'],
      logLevel: 'warning',
    });
  }
}
await copyFile(join(modules, 'bpmn-js', 'LICENSE'), join(out, 'diagram-LICENSE.txt'));
await copyFile(join(modules, '@codemirror', 'view', 'LICENSE'), join(out, 'editor-LICENSE.txt'));

const faces = [];
for (const font of FONTS) {
  const folder = join(modules, font.package);
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8'));
  for (const script of SCRIPTS) {
    const file = `${font.file}-${script}-wght-normal.woff2`;
    await copyFile(join(folder, 'files', file), join(out, 'fonts', file));
    faces.push(`@font-face {
  font-family: '${font.family}';
  font-style: normal;
  font-weight: ${font.weights};
  font-display: swap;
  src: url('fonts/${file}') format('woff2');
  unicode-range: ${ranges[script]};
}`);
  }
  await copyFile(join(folder, 'LICENSE'), join(out, 'fonts', `${font.file}-LICENSE.txt`));
}
const css = await transform(faces.join('\n'), { loader: 'css', minify: true, charset: 'utf8' });
await writeFile(join(out, 'fonts.css'), css.code);
