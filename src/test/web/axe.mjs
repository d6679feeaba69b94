// Tells where axe-core's script lies, and installs it first.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { install } from '../../main/web/install.mjs';

const folder = fileURLToPath(new URL('axe/', import.meta.url));
install(folder);
console.log(join(folder, 'node_modules', 'axe-core', 'axe.min.js'));
