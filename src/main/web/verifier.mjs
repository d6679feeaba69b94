// Makes the page of the second verifier: node verifier.mjs <out-file>. Run by Maven, which gives
// target/classes/notary/verifier.html. One file with all in it, the same bytes each time.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const out = process.argv[2];
if (!out) {
  console.error('usage: node verifier.mjs <out-file>');
  process.exit(2);
}
install();
const { build } = await import('esbuild');
const here = fileURLToPath(new URL('.', import.meta.url));
const source = join(here, 'verifier');
const messages = join(here, '..', 'resources', 'messages');

// What the command says is said here too, by the same sentences.
const SAID = /^(verify\.(check|told|wrong|result|policy)\.(?!log-)|verify\.signer-unknown|verifier\.|record\.)/;

function sentences(properties) {
  const found = {};
  for (const line of properties.split(/\r?\n/)) {
    const [, key, text] = /^([\w.-]+)=(.*)$/.exec(line) ?? [];
    if (key && SAID.test(key)) {
      found[key] = text
        .replace(/\\u([0-9a-fA-F]{4})/g, (escape, code) => String.fromCharCode(parseInt(code, 16)))
        .replaceAll("''", "'");
    }
  }
  return found;
}

async function words(language) {
  const texts = ['notary', 'desk'].map((module) =>
    readFile(join(messages, `${module}_${language}.properties`), 'utf8'),
  );
  return sentences((await Promise.all(texts)).join('\n'));
}

const wordsPlugin = {
  name: 'words',
  setup(bundle) {
    bundle.onResolve({ filter: /^artel:words$/ }, ({ path }) => ({ path, namespace: 'words' }));
    bundle.onLoad({ filter: /.*/, namespace: 'words' }, async () => ({
      contents: JSON.stringify({ ru: await words('ru'), en: await words('en') }),
      loader: 'json',
    }));
  },
};

async function bundled(entry) {
  const result = await build({
    entryPoints: [join(source, entry)],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    legalComments: 'inline',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    plugins: [wordsPlugin],
    logLevel: 'warning',
  });
  return result.outputFiles[0].text.trim().replaceAll('</script', '<\\/script');
}

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const script = await bundled('page.js');
const style = await bundled('page.css');
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)}`,
  `style-src ${hash(style)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
const page = await readFile(join(source, 'page.html'), 'utf8');
const licence = await readFile(join(here, 'node_modules', '@noble', 'curves', 'LICENSE'), 'utf8');
const parts = { policy, licence, script, style };
await mkdir(dirname(out), { recursive: true });
await writeFile(out, page.replace(/\{\{(\w+)\}\}/g, (hole, name) => parts[name]));
