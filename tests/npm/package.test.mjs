// The package works from a packed tarball: in Node, in a bundler, and for TypeScript.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { root } from '../../scripts/tools.mjs';
import { unpacked } from '../../www/engine/unpack.js';

const home = mkdtempSync(join(tmpdir(), 'dateline-npm-'));
const run = (command, args) => execFileSync(command, args, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

before(() => {
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', home, join(root, 'pkg')]));
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }));
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(home, filename)]);
});

test('the tarball holds code, types, notices and licences', () => {
  const names = ['dateline.js', 'dateline.d.ts', 'dateline_bg.wasm', 'dateline_relaxed_bg.wasm', 'relaxed.js', 'node.js', 'README.md', 'NOTICE.md', 'LICENSE-MIT', 'LICENSE-APACHE'];
  for (const name of names) assert.ok(existsSync(join(home, 'node_modules/dateline', name)), name);
});

test('what the page fetches is a module, pressed, and no part of the tarball', async () => {
  for (const name of ['dateline_bg.wasm', 'dateline_relaxed_bg.wasm']) {
    const pressed = new Blob([readFileSync(join(root, 'pkg', `${name}.xz`))]).stream();
    const bytes = Buffer.from(await unpacked(pressed).arrayBuffer());
    assert.ok(bytes.equals(readFileSync(join(root, 'pkg', name))));
    assert.ok(!existsSync(join(home, 'node_modules/dateline', `${name}.xz`)));
  }
});

test('it answers in Node', () => {
  const code = `import init, { analyze, version } from 'dateline'; await init(); console.log(JSON.stringify([version(), analyze('Troops shelled Aleppo.', {}).schema]));`;
  const [version, schema] = JSON.parse(run(process.execPath, ['--input-type=module', '-e', code]));
  assert.match(version, /^dateline \d/);
  assert.equal(schema, '1');
});

test('it answers in a Node with and without relaxed vector instructions', () => {
  const code = `import { parse } from 'dateline'; console.log(parse('Troops shelled Aleppo.'));`;
  const without = `WebAssembly.validate = () => false; const { parse } = await import('dateline'); console.log(parse('Troops shelled Aleppo.'));`;
  assert.equal(run(process.execPath, ['--input-type=module', '-e', without]), run(process.execPath, ['--input-type=module', '-e', code]));
});

test('a bundler takes the browser entry', () => {
  writeFileSync(join(home, 'page.js'), `import init, { analyze } from 'dateline'; await init(); console.log(analyze('x').schema);`);
  run(join(root, 'node_modules/.bin/esbuild'), ['page.js', '--bundle', '--format=esm', '--platform=browser', '--outfile=bundle.js']);
  const bundle = readFileSync(join(home, 'bundle.js'), 'utf8');
  assert.match(bundle, /dateline_bg\.wasm/);
  assert.match(bundle, /dateline_relaxed_bg\.wasm/);
  assert.doesNotMatch(bundle, /node:fs/);
});

test('the types tell a wrong use from a right one', () => {
  const check = (name, code) => {
    writeFileSync(join(home, name), code);
    return run(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '--strict', '--module', 'nodenext', '--moduleResolution', 'nodenext', '--target', 'es2022', name]);
  };
  check('right.ts', `import { analyze, type Analysis } from 'dateline'; const a: Analysis = analyze('x', { published: null, minScore: 0.4 }); a.events[0]?.triggers[0]?.start.toFixed();`);
  assert.throws(() => check('wrong.ts', `import { analyze } from 'dateline'; analyze('x', { publishd: '2020-01-01' });`));
  assert.throws(() => check('wrong2.ts', `import { analyze } from 'dateline'; analyze('x').events[0]!.type = 'picnic';`));
});
