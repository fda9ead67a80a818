// The whole of it with the committed module: the samples, a sub-path, and what happens from a folder.
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root, run } from '../../scripts/tools.mjs';
import { open, paste, settled, single, texts } from './browser.mjs';

/** @type {Awaited<ReturnType<typeof open>>} */
let web;
before(async () => {
  run('node', ['scripts/single.mjs'], { stdio: 'ignore' });
  web = await open();
});
after(() => web.close());

const WORDS = 'Rebels seized the town of Saraqib on Tuesday, activists said.';

test('each sample shows events, entities and a timeline, under a sub-path', async () => {
  const page = await web.page({ core: 'real' });
  assert.ok(page.url().endsWith('/dateline/'));
  const samples = await texts(page, '.sample');
  assert.ok(samples.length >= 3);
  for (const [i] of samples.entries()) {
    await page.click(`.sample >> nth=${i}`);
    await page.waitForFunction((n) => document.querySelectorAll('.sample')[n].textContent !== '', i);
    await settled(page);
    assert.ok((await texts(page, '.card')).length > 0, `sample ${i} has events`);
    assert.ok((await texts(page, '.entity-row')).length > 0, `sample ${i} has entities`);
    assert.ok((await page.$$('.axis .mark')).length > 0, `sample ${i} has a timeline`);
    await page.click('.card-title >> nth=0');
    assert.ok((await page.$$('#article .hit')).length > 0);
  }
  const [csv] = await Promise.all([page.waitForEvent('download'), page.click('#save-csv')]);
  const rows = (await readFile(await csv.path(), 'utf8')).split('\r\n');
  assert.match(rows[0], /^\uFEFFid,type,family,modality,/);
  assert.ok(rows.length > (await texts(page, '.card')).length);
  const [acled] = await Promise.all([page.waitForEvent('download'), page.click('#save-acled')]);
  assert.match(await readFile(await acled.path(), 'utf8'), /^\uFEFFevent_id,event_date,/);
  const [geo] = await Promise.all([page.waitForEvent('download'), page.click('#save-geojson')]);
  const { type, features } = JSON.parse(await readFile(await geo.path(), 'utf8'));
  assert.equal(type, 'FeatureCollection');
  assert.ok(features.some((/** @type {any} */ { geometry }) => geometry?.coordinates.length === 2));
  await page.click('.to-grammar');
  await page.waitForSelector('.grammar-table tbody tr');
  assert.equal((await texts(page, '.grammar-table tbody tr')).filter((row) => row?.includes('root')).length, 1);
  await page.keyboard.press('Escape');
  await page.click('#copy');
  await page.waitForFunction(() => /copied/.test(document.querySelector('#notice')?.textContent ?? ''));
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^# /);
  assert.deepEqual(page.problems, []);
});

/** A page from a folder: no server, no network. @param {string} file */
async function fromDisk(file) {
  const page = await web.page({ core: 'real', go: false });
  await page.context().setOffline(true);
  await page.goto(pathToFileURL(file).href);
  return page;
}

test('index.html from a folder says what to do', async () => {
  const page = await fromDisk(join(root, 'index.html'));
  await page.waitForSelector('#stuck', { state: 'visible' });
  assert.match(await page.innerText('#stuck'), /dateline\.html/);
  assert.ok(!(await page.isVisible('#text')), 'no box that does nothing');
});

test('index.html alone, without the files beside it, says what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  copyFileSync(join(root, 'index.html'), join(folder, 'index.html'));
  const page = await fromDisk(join(folder, 'index.html'));
  assert.match(await page.innerText('#stuck'), /needs to be served/);
});

test('a server without the code shows the explanation after a while', async () => {
  const page = await web.page({ go: false });
  await page.route('**/www/main.js', (route) => route.abort());
  await page.goto(web.url);
  await page.waitForSelector('#stuck', { state: 'visible', timeout: 10_000 });
});

test('the single file works from a folder, offline, worker and all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline single '));
  copyFileSync(single, join(folder, 'dateline.html'));
  const page = await fromDisk(join(folder, 'dateline.html'));
  await page.waitForSelector('html[data-ready]');
  await page.fill('#text', WORDS);
  await settled(page);
  assert.match((await page.textContent('#status-line')) ?? '', /Read 61 characters/);
  assert.equal(page.workers().length, 1);
  await page.click('.sample >> nth=0');
  await settled(page);
  const [json] = await Promise.all([page.waitForEvent('download'), page.click('#save-json')]);
  assert.match(json.suggestedFilename(), /\.json$/);
  assert.deepEqual(page.requests.filter((url) => !/^(file|blob|data):/.test(url)), []);
  assert.deepEqual(page.problems, []);
});

test('the single file may not connect to anything', async () => {
  const page = await fromDisk(single);
  await page.waitForSelector('html[data-ready]');
  await page.fill('#text', WORDS);
  await settled(page);
  await page.context().setOffline(false);
  const send = async (/** @type {string} */ address) => fetch(address, { mode: 'no-cors' }).then(() => 'sent', () => 'blocked');
  assert.equal(await page.evaluate(send, web.url), 'blocked');
  assert.equal(await page.workers()[0].evaluate(send, web.url), 'blocked');
});

test('page and single file give the same analysis', async () => {
  const answers = [];
  for (const url of [web.url, pathToFileURL(single).href]) {
    const page = await web.page({ core: 'real', url });
    await paste(page, WORDS).catch(() => page.fill('#text', WORDS));
    await settled(page);
    const [json] = await Promise.all([page.waitForEvent('download'), page.click('#save-json')]);
    answers.push(await readFile(await json.path(), 'utf8'));
  }
  assert.equal(answers[0], answers[1]);
});

test('what Pages serves is enough', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-site-'));
  for (const part of ['index.html', 'www', 'pkg']) cpSync(join(root, part), join(folder, 'dateline', part), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  const { serve } = await import('../../scripts/serve.mjs');
  const server = await serve('/', 0, folder);
  const page = await web.page({ core: 'real', url: `${server.url}dateline/` });
  await paste(page, WORDS);
  await settled(page);
  assert.deepEqual(page.problems, []);
  server.close();
});
