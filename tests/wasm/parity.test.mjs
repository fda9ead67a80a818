// Both modules of the committed package, those of a fresh wasm build and the native build give the same bytes on every fixture.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { root } from '../../scripts/tools.mjs';
import { relaxed } from '../../www/engine/relaxed.js';

const PUBLISHED = '2023-06-16';

// Node 20 has the instructions of the relaxed module behind flags, and makes them wrongly in its baseline compiler.
if (!relaxed()) for (const flag of ['--experimental-wasm-relaxed-simd', '--experimental-wasm-memory64', '--no-liftoff']) setFlagsFromString(flag);
const MODULES = [
  { name: 'dateline_bg.wasm', skip: false },
  { name: 'dateline_relaxed_bg.wasm', skip: !relaxed() && 'this Node cannot run relaxed vector instructions' },
];

/** The functions of one module: each import with another address has a glue of its own. @param {string} folder @param {string} name */
async function start(folder, name) {
  const core = await import(`${pathToFileURL(join(root, folder, 'dateline.js')).href}?${name}`);
  core.initSync({ module: readFileSync(join(root, folder, name)) });
  return core;
}
const ODD = {
  empty: '',
  words: 'three words only',
  emoji: '🚨 Rebels shelled Aleppo on Tuesday 💥💥, killing 3 people – “at least”.',
  binary: String.fromCharCode(...Array.from({ length: 600 }, (_, i) => (i * 37) % 256)),
  html: '<!doctype html><p>Rebels <b>shelled</b> Aleppo.</p><script>alert(1)</script>',
  arabic: 'قصفت الطائرات مدينة حلب يوم الثلاثاء وقتل عشرة مدنيين.',
  capitals: 'UKRAINIAN FORCES RETOOK THE TOWN OF IZIUM ON SATURDAY, OFFICIALS SAID.',
  lines: 'Headline here\r\n\r\nALEPPO –\u00a0Troops shelled the town.\r\n',
};

/** @type {[string, string][]} */
const fixtures = Object.entries(ODD);
for (const folder of ['tests/articles', 'www/samples'].map((f) => join(root, f)).filter(existsSync)) {
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.txt'))) fixtures.push([name.slice(0, -4), readFileSync(join(folder, name), 'utf8')]);
}

/** What the native build prints, by fixture. */
const native = new Map();
before(() => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-parity-'));
  const input = join(folder, 'in.jsonl');
  writeFileSync(input, fixtures.map(([, text], i) => `${JSON.stringify({ id: String(i), text, published: PUBLISHED })}\n`).join(''));
  const output = join(folder, 'out.jsonl');
  execFileSync(join(root, 'target', 'release', 'dateline'), ['batch', input, '--out', output]);
  readFileSync(output, 'utf8').trimEnd().split('\n').forEach((line, i) => native.set(fixtures[i][0], line.slice(`{"id":"${i}","analysis":`.length, -1)));
});

for (const folder of ['pkg', 'target/pkg-fresh']) {
  for (const { name: wasm, skip } of MODULES) {
    test(`${folder}/${wasm} gives the bytes of the native build`, { skip }, async () => {
      const { analyze } = await start(folder, wasm);
      for (const [name, text] of fixtures) assert.equal(JSON.stringify(analyze(text, { published: PUBLISHED })), native.get(name), `${folder}, ${name}`);
    });

    test(`${folder}/${wasm} writes the files of the native build`, { skip }, async () => {
      const core = await start(folder, wasm);
      const file = join(mkdtempSync(join(tmpdir(), 'dateline-files-')), 'article.txt');
      for (const [name, text] of fixtures) {
        writeFileSync(file, text);
        const printed = (...given) => execFileSync(join(root, 'target', 'release', 'dateline'), [...given, file], { encoding: 'utf8' });
        const options = { published: PUBLISHED };
        const analyzed = (form) => printed('analyze', '--published', PUBLISHED, form);
        assert.equal(core.toCsv(text, options), analyzed('--csv'), name);
        assert.equal(core.toAcled(text, options), analyzed('--acled'), name);
        assert.equal(`${core.toGeoJson(text, options)}\n`, analyzed('--geojson'), name);
        assert.equal(core.parse(text), printed('parse'), name);
      }
    });

    test(`${folder}/${wasm} holds no path of a machine`, () => {
      // What is packed looks like anything for three bytes, but not for the length of a path.
      assert.doesNotMatch(readFileSync(join(root, folder, wasm), 'latin1'), /\/(root|home|Users|work|tmp)\/|index\.crates\.io|[A-Z]:\\[\w .-]{2,}\\/);
    });
  }

  test(`${folder} has one glue for two modules that differ`, { skip: MODULES[1].skip }, () => {
    const [plain, other] = MODULES.map(({ name }) => new WebAssembly.Module(readFileSync(join(root, folder, name))));
    assert.deepEqual(WebAssembly.Module.imports(plain), WebAssembly.Module.imports(other));
    assert.deepEqual(WebAssembly.Module.exports(plain), WebAssembly.Module.exports(other));
    assert.ok(!readFileSync(join(root, folder, MODULES[0].name)).equals(readFileSync(join(root, folder, MODULES[1].name))));
  });
}

test('bad options throw an Error in a plain sentence', async () => {
  const { analyze } = await import(pathToFileURL(join(root, 'pkg/node.js')).href);
  assert.throws(() => analyze('text', { published: 'yesterday' }), /not a calendar date/);
  assert.throws(() => analyze('text', { published: '2023-02-30' }), /not a calendar date/);
  assert.throws(() => analyze('text', { minScore: 7 }), /between 0 and 1/);
  assert.throws(() => analyze('text', { publish: '2023-02-03' }), /options/);
});

test('a lone surrogate keeps the offsets', async () => {
  const { analyze } = await import(pathToFileURL(join(root, 'pkg/node.js')).href);
  const text = 'Odd \ud83d sign. Rebels shelled Aleppo on Tuesday.';
  const { times } = analyze(text, { published: PUBLISHED });
  assert.deepEqual(times.map((t) => text.slice(t.start, t.end)), ['Tuesday']);
});
