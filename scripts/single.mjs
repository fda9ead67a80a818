// Makes dist/dateline.html: the whole page in one file that works from a folder and offline. Its policy allows no connection at all.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { npmPackages, root } from './tools.mjs';
import { world } from './world.mjs';

npmPackages();
const { build } = await import('esbuild');
const read = (...path) => readFileSync(join(root, ...path), 'utf8');

/** One classic script of a module and all it imports. */
async function bundle(entry, plugins = []) {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    // Read only where the module is fetched, which never happens here.
    define: { 'import.meta.url': '"about:blank"' },
    plugins,
  });
  return outputFiles[0].text;
}

/** Modules that fetch are replaced by modules that hold. */
const held = (modules) => ({
  name: 'held',
  setup({ onLoad }) {
    for (const [path, contents] of Object.entries(modules)) onLoad({ filter: new RegExp(`www/${path}$`) }, () => ({ contents, resolveDir: join(root, 'www') }));
  },
});

const worker = await bundle('www/engine/worker-body.js');
const pressed = readFileSync(join(root, 'pkg', 'dateline_bg.wasm.xz')).toString('base64');
const LOAD = `
  import { unpacked } from './engine/unpack.js';
  const pressed = () => new Blob([Uint8Array.from(atob(${JSON.stringify(pressed)}), (c) => c.charCodeAt(0))]).stream();
  export const load = async () => ({ source: ${JSON.stringify(worker)}, type: 'classic', module: await WebAssembly.compileStreaming(unpacked(pressed())) });`;
const { samples } = JSON.parse(read('www', 'samples', 'index.json'));
const texts = Object.fromEntries(samples.map(({ file }) => [file, read('www', 'samples', file)]));
const SAMPLES = `
  export const listSamples = async () => (${JSON.stringify(samples)});
  export const sampleText = async ({ file }) => (${JSON.stringify(texts)})[file];`;

// The policy forbids any connection: regional packs stay unread.
const PACK = 'export const fetchPack = async () => { throw new Error("This file carries no packs."); };';
// The map's outlines at the coarser scale: the file has to carry them whether or not the map is opened.
const WORLD = `export const world = async () => JSON.parse(${JSON.stringify(world('110m'))});`;

// An inline script ends where its closing tag stands, wherever that is, and a comment's beginning changes how its end is found.
const script = (code) => `${code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').trim()}\n`;
const early = script(read('www', 'early.js'));
const main = script(await bundle('www/main.js', [held({ 'engine/load.js': LOAD, 'samples.js': SAMPLES, 'map/world.js': WORLD, 'engine/pack.js': PACK })]));
const page = read('index.html');
const sheets = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"(?: media="(\w+)")?>/g)];
const style = sheets.map(([, file, media]) => (media ? `@media ${media} {\n${read(file)}}\n` : read(file))).join('\n');

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(early)} ${hash(main)} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  'img-src data:',
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  'trusted-types dateline',
  "require-trusted-types-for 'script'",
].join('; ');

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const notices = [read('NOTICE.md'), read('LICENSE-MIT'), ...['d3-time', 'd3-geo', 'topojson-client', 'xz-decompress', 'countries-50m'].map((name) => read('www', 'vendor', `${name}.LICENSE.txt`))].map(escaped).join('\n\n');

/** Replaces what must be there exactly once. */
function replaced(text, pattern, by) {
  const found = text.match(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`)) ?? [];
  if (found.length !== 1) throw new Error(`index.html: ${pattern} is there ${found.length} times`);
  return text.replace(pattern, () => by);
}

let single = page.replaceAll(/<link rel="stylesheet"[^>]*>\n/g, '');
single = replaced(single, /content="default-src [^"]*"/, `content="${policy}"`);
single = replaced(single, /<script src="www\/early.js"><\/script>\n/, `<style>${style}</style>\n<script>${early}</script>\n`);
single = replaced(single, /<script type="module"[^>]*><\/script>\n/, '');
single = replaced(single, /<div class="stuck"[\s\S]*?<\/div>\n/, '<noscript><p>This page needs scripts, which are switched off in this browser. All of them are in this file.</p></noscript>\n');
single = replaced(single, /<p>The whole text is in <a href="NOTICE.md"[^\n]*\n/, `<details><summary>The whole text</summary><pre>${notices}</pre></details>\n`);
single = replaced(single, /<\/body>/, `<script>${main}</script>\n</body>`);

mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', 'dateline.html'), single);
console.log(`dist/dateline.html: ${(Buffer.byteLength(single) / 1024).toFixed(0)} KB, ${(gzipSync(single).length / 1024).toFixed(0)} KB gzipped`);
