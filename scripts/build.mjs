// Makes pkg/ (or the folder named by --out): wasm-pack's web target, made usable from npm, without any path of this machine inside.
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { npmPackages, root, run, wasmTools } from './tools.mjs';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'pkg' } } });
const out = resolve(root, values.out);

/** Compiler flags: the vector instructions every browser has since 2021, and no folder of this machine in panic messages. */
function flags() {
  const cargo = process.env.CARGO_HOME ?? join(homedir(), '.cargo');
  const registry = join(cargo, 'registry', 'src');
  const sources = existsSync(registry) ? readdirSync(registry).map((name) => `--remap-path-prefix=${join(registry, name)}=crates`) : [];
  return ['-C target-feature=+simd128', `--remap-path-prefix=${cargo}=cargo`, `--remap-path-prefix=${root}=dateline`, ...sources].join(' ');
}

/** Adds to wasm-pack's package.json what npm needs: an entry for Node beside the one for browsers and bundlers, and the notices. */
function completePackage() {
  const file = join(out, 'package.json');
  const made = JSON.parse(readFileSync(file, 'utf8'));
  const extras = ['node.js', 'README.md', 'LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE.md'];
  copyFileSync(join(root, 'npm', 'node.js'), join(out, 'node.js'));
  copyFileSync(join(root, 'npm', 'README.md'), join(out, 'README.md'));
  for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE.md']) copyFileSync(join(root, name), join(out, name));
  made.files = [...new Set([...made.files, ...extras])];
  made.exports = {
    '.': { types: './dateline.d.ts', node: './node.js', default: './dateline.js' },
    './dateline_bg.wasm': './dateline_bg.wasm',
    './package.json': './package.json',
  };
  made.engines = { node: '>=18' };
  made.sideEffects = ['./node.js'];
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
}

/** The generated types name `Symbol.dispose`, which the libraries of most projects do not have yet. */
function completeTypes() {
  const file = join(out, 'dateline.d.ts');
  writeFileSync(file, `/// <reference lib="esnext.disposable" />\n${readFileSync(file, 'utf8')}`);
}

wasmTools();
npmPackages();
rmSync(out, { recursive: true, force: true });
/** Libraries that run once a text or less: as small as can be. */
const SMALL = ['regex-automata', 'regex-syntax', 'jiff', 'csv', 'csv-core', 'serde_json'];
const small = SMALL.flatMap((name) => ['--config', `profile.release.package.${name}.opt-level="z"`]);
/** Our own code without the last unrolling: 25 KB less for every visitor, at the same speed, since the loops that count are written in vectors. */
const own = ['--config', 'profile.release.package.dateline.opt-level=2'];
run('wasm-pack', ['build', '--target', 'web', '--release', '--no-gitignore', '--out-dir', relative(root, out), '--', ...small, ...own], {
  env: { ...process.env, RUSTFLAGS: flags() },
});
// wasm-pack would download its optimiser; ours comes from the lock file. More passes cost minutes and gain no speed; names of functions are for debuggers.
const wasm = join(out, 'dateline_bg.wasm');
run(join(root, 'node_modules', '.bin', 'wasm-opt'), ['-O1', '--strip-debug', wasm, '-o', wasm]);
// What the page fetches; npm packs tarballs itself.
run('cargo', ['run', '--quiet', '--release', '--package', 'press', '--', wasm, `${wasm}.xz`]);
completePackage();
completeTypes();
