// Copies what GitHub Pages serves into dist/site: the page, its code, the package, and the single-file build.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npmPackages, root, run } from './tools.mjs';

npmPackages();
const site = join(root, 'dist', 'site');
rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
run('node', ['scripts/single.mjs']);
for (const name of ['index.html', 'www', 'pkg', 'NOTICE.md', 'LICENSE-MIT', 'LICENSE-APACHE']) cpSync(join(root, name), join(site, name), { recursive: true });
cpSync(join(root, 'dist', 'dateline.html'), join(site, 'dateline.html'));
