// Makes pkg/ (or the folder named by --out): wasm-pack's web target, made usable from npm, without any path of this machine inside.
// The module is there twice: for every browser, and with newer vector instructions, which give the same answers faster.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { npmPackages, root, run, wasmTools } from './tools.mjs';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'pkg' } } });
const out = resolve(root, values.out);

/** The modules: the vector instructions that every browser has since 2021, and those that some have since 2023. Each has a target folder of its own, so that nothing is compiled twice and both can be made at once. */
const PLAIN = { name: 'dateline_bg', features: '+simd128', target: join(root, 'target'), out };
const relaxedTarget = join(root, 'target', 'relaxed');
const RELAXED = { name: 'dateline_relaxed_bg', features: '+simd128,+relaxed-simd', target: relaxedTarget, out: join(relaxedTarget, 'pkg') };

/** Compiler flags: the instructions, no folder of this machine in panic messages, and functions put into one another less eagerly: 37 KB less for every visitor, at the same speed. */
function flags({ features }) {
  const cargo = process.env.CARGO_HOME ?? join(homedir(), '.cargo');
  const registry = join(cargo, 'registry', 'src');
  const sources = existsSync(registry) ? readdirSync(registry).map((name) => `--remap-path-prefix=${join(registry, name)}=crates`) : [];
  return [`-C llvm-args=-inline-threshold=64 -C target-feature=${features}`, `--remap-path-prefix=${cargo}=cargo`, `--remap-path-prefix=${root}=dateline`, ...sources].join(' ');
}

/** Adds to wasm-pack's package.json what npm needs: an entry for Node beside the one for browsers and bundlers, and the notices. */
function completePackage() {
  const file = join(out, 'package.json');
  const made = JSON.parse(readFileSync(file, 'utf8'));
  const extras = ['dateline_relaxed_bg.wasm', 'relaxed.js', 'node.js', 'README.md', 'LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE.md'];
  copyFileSync(join(root, 'npm', 'node.js'), join(out, 'node.js'));
  copyFileSync(join(root, 'www', 'engine', 'relaxed.js'), join(out, 'relaxed.js'));
  copyFileSync(join(root, 'npm', 'README.md'), join(out, 'README.md'));
  for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE.md']) copyFileSync(join(root, name), join(out, name));
  made.files = [...new Set([...made.files, ...extras])];
  made.exports = {
    '.': { types: './dateline.d.ts', node: './node.js', default: './dateline.js' },
    './dateline_bg.wasm': './dateline_bg.wasm',
    './dateline_relaxed_bg.wasm': './dateline_relaxed_bg.wasm',
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

/** In a browser that can, `init()` without a module fetches the relaxed one. */
function completeGlue() {
  const file = join(out, 'dateline.js');
  const glue = readFileSync(file, 'utf8');
  const address = (name) => `new URL('${name}', import.meta.url)`;
  const parts = glue.split(address('dateline_bg.wasm'));
  if (parts.length !== 2) throw new Error(`dateline.js names its module ${parts.length - 1} times`);
  const probe = readFileSync(join(root, 'www', 'engine', 'relaxed.js'), 'utf8').replace('export const', 'const');
  writeFileSync(file, `${parts.join(`relaxed() ? ${address('dateline_relaxed_bg.wasm')} : ${address('dateline_bg.wasm')}`)}\n${probe}`);
}

/** Libraries that run once a text or less: as small as can be. */
const SMALL = ['regex-automata', 'regex-syntax', 'jiff', 'csv', 'csv-core', 'serde_json'];
const small = SMALL.flatMap((name) => ['--config', `profile.release.package.${name}.opt-level="z"`]);
/** Our own code without the last unrolling: 25 KB less for every visitor, at the same speed, since the loops that count are written in vectors. */
const own = ['--config', 'profile.release.package.dateline.opt-level=2'];

/** Whether wasm-pack has the wasm-bindgen of the lock file already; where not, it installs it, and two at once get in each other's way. */
function hasBindgen() {
  const [, version] = readFileSync(join(root, 'Cargo.lock'), 'utf8').match(/name = "wasm-bindgen"\nversion = "(.+)"/) ?? [];
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), '.wasm-pack');
  return existsSync(cache) && readdirSync(cache).some((name) => name.startsWith('wasm-bindgen-') && name.endsWith(version));
}

/** Compiles a module and its glue. */
function compile(module) {
  rmSync(module.out, { recursive: true, force: true });
  const args = ['build', '--target', 'web', '--release', '--no-gitignore', '--out-dir', relative(root, module.out), '--', ...small, ...own];
  const env = { ...process.env, RUSTFLAGS: flags(module), CARGO_TARGET_DIR: module.target };
  return new Promise((done, fail) => {
    const child = spawn('wasm-pack', args, { cwd: root, stdio: 'inherit', env });
    child.on('error', fail);
    child.on('exit', (status) => (status === 0 ? done() : fail(new Error(`wasm-pack for ${module.name}: exit status ${status}`))));
  });
}

/** Optimises a module, and presses it for the page; npm packs tarballs itself. */
function finish(module) {
  const wasm = join(out, `${module.name}.wasm`);
  // wasm-pack would download its optimiser; ours comes from the lock file. More passes cost minutes and gain no speed; names of functions are for debuggers.
  run(join(root, 'node_modules', '.bin', 'wasm-opt'), ['-O1', '--low-memory-unused', '--optimize-added-constants', '--strip-debug', join(module.out, 'dateline_bg.wasm'), '-o', wasm]);
  run('cargo', ['run', '--quiet', '--release', '--package', 'press', '--', wasm, `${wasm}.xz`]);
}

wasmTools();
npmPackages();
if (hasBindgen()) {
  await Promise.all([PLAIN, RELAXED].map(compile));
} else {
  await compile(PLAIN);
  await compile(RELAXED);
}
const [glue, other] = [PLAIN, RELAXED].map((module) => readFileSync(join(module.out, 'dateline.js'), 'utf8'));
if (glue !== other) throw new Error('The two modules have different glue');
[PLAIN, RELAXED].forEach(finish);
completePackage();
completeTypes();
completeGlue();
