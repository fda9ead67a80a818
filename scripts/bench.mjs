// Measures in one Chromium run, against compromise on the same articles: speed (ratio), growth with length, memory; and the bytes of a first visit.
// usage: bench.mjs [--texts DIR]   (the articles of tests/articles unless told)
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium as playwright } from 'playwright-core';
import sirv from 'sirv';
import { chromium, root } from './tools.mjs';

const { values } = parseArgs({ options: { texts: { type: 'string', default: join(root, 'tests', 'articles') } } });
const folder = resolve(values.texts);
const texts = readdirSync(folder).filter((n) => n.endsWith('.txt')).map((n) => readFileSync(join(folder, n), 'utf8'));

const files = sirv(root, { dev: true });
const blank = '<!doctype html><meta charset="utf-8"><title>bench</title>';
const server = createServer((request, response) => {
  if (request.url !== '/bench') return files(request, response);
  response.setHeader('content-type', 'text/html');
  response.end(blank);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await playwright.launch({
  executablePath: chromium(),
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
});

/** Runs in the page: milliseconds of each tool for all articles, round by round in turn. */
async function race({ texts, rounds }) {
  const { default: init, analyze, parse } = await import('/pkg/dateline.js');
  await init();
  const { default: nlp } = await import('/node_modules/compromise/builds/three/compromise-three.mjs');
  const ours = () => texts.forEach((t) => analyze(t, { published: '2020-01-01' }));
  const engine = () => texts.forEach((t) => parse(t));
  const theirs = () => texts.forEach((t) => {
    const doc = nlp(t);
    return [doc.people().out('array'), doc.places().out('array'), doc.organizations().out('array')];
  });
  const time = (work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const result = { ours: [], engine: [], theirs: [] };
  time(ours), time(engine), time(theirs);
  for (let round = 0; round < rounds; round += 1) {
    result.ours.push(time(ours));
    result.engine.push(time(engine));
    result.theirs.push(time(theirs));
  }
  return result;
}

/** Runs in the page: milliseconds by length of text, and the wasm memory after the longest. */
async function growth({ text, sizes }) {
  const { default: init, analyze } = await import('/pkg/dateline.js');
  const { memory } = await init();
  const rows = [];
  for (const size of sizes) {
    const long = text.repeat(Math.ceil(size / text.length)).slice(0, size);
    const start = performance.now();
    const { events } = analyze(long, { published: '2020-01-01' });
    rows.push({ size, ms: performance.now() - start, events: events.length, memory: memory.buffer.byteLength });
  }
  return rows;
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const page = await browser.newPage();
await page.goto(`${origin}/bench`);
const { ours, engine, theirs } = await page.evaluate(race, { texts, rounds: 15 });
const kilobytes = texts.reduce((n, t) => n + Buffer.byteLength(t), 0) / 1024;
const ratios = ours.map((ms, i) => theirs[i] / ms);
const engineRatios = engine.map((ms, i) => theirs[i] / ms);
console.log(`articles: ${texts.length}, ${kilobytes.toFixed(1)} KB`);
console.log(`dateline   ${median(ours).toFixed(1)} ms, ${(kilobytes / (median(ours) / 1000)).toFixed(0)} KB/s`);
console.log(`compromise ${median(theirs).toFixed(1)} ms, ${(kilobytes / (median(theirs) / 1000)).toFixed(0)} KB/s`);
console.log(`ratio: median ${median(ratios).toFixed(1)}, lowest ${Math.min(...ratios).toFixed(1)} of ${ratios.length} rounds`);
console.log(`tokens, tags, names and syntax alone, written as CoNLL-U: ${median(engine).toFixed(1)} ms, ratio: median ${median(engineRatios).toFixed(1)}`);

const fresh = await browser.newPage();
await fresh.goto(`${origin}/bench`);
for (const row of await fresh.evaluate(growth, { text: texts.join('\n\n'), sizes: [10_000, 100_000, 1_000_000, 5_000_000] })) {
  console.log(`${row.size} characters: ${row.ms.toFixed(0)} ms, ${(row.size / row.ms).toFixed(0)} characters/ms, ${row.events} events, wasm memory ${(row.memory / 1048576).toFixed(0)} MB`);
}

const visit = await browser.newPage();
const sent = new Map();
visit.on('response', async (response) => {
  if (response.url().startsWith(origin)) sent.set(new URL(response.url()).pathname, gzipSync(await response.body()).length);
});
await visit.goto(`${origin}/`, { waitUntil: 'networkidle' });
for (const [path, bytes] of sent) console.log(`${String(bytes).padStart(9)} bytes  ${path}`);
console.log(`first visit: ${([...sent.values()].reduce((a, b) => a + b, 0) / 1024).toFixed(0)} KB in ${sent.size} files, each gzipped as GitHub Pages sends them`);
await browser.close();
server.close();
