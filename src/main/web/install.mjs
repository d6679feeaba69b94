// Installs what a folder's lock file names, and only when something has changed since.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const here = fileURLToPath(new URL('.', import.meta.url));

export function install(folder = here) {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  const lock = join(folder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) {
    return;
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // What is installed speaks to the error stream: a script's own answer stays alone on its output.
  const run = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (run.error || run.status !== 0) {
    console.error(`npm ci failed in ${folder}: ${run.error?.message ?? `exit ${run.status}`}`);
    process.exit(1);
  }
  const now = new Date();
  utimesSync(installed, now, now);
}
