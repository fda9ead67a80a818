// Regional packs of places: offered, never fetched unasked, and then used for all that is asked.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { open, paste, settled } from './browser.mjs';
import { REGIONAL, TEXT } from './fixture.mjs';

/** @type {Awaited<ReturnType<typeof open>>} */
let web;
before(async () => {
  web = await open();
});
after(() => web.close());

/** @param {number} [status] */
async function regional(status = 200) {
  const page = await web.page();
  await page.route('**/www/packs/far-north.pack', (route) => route.fulfill({ status, body: Buffer.from('12345') }));
  await paste(page, REGIONAL);
  await settled(page);
  return page;
}
const packsAsked = (/** @type {import('./browser.mjs').Page} */ page) => page.requests.filter((url) => url.includes('/packs/')).length;
const readWith = (/** @type {import('./browser.mjs').Page} */ page) => page.waitForFunction(() => /Read with packs of 5 bytes/.test(document.querySelector('#warnings')?.textContent ?? ''));

test('a pack is offered, and fetched only when the reader allows it', async () => {
  const page = await regional();
  assert.match((await page.textContent('#packs')) ?? '', /here: far north/);
  assert.equal(packsAsked(page), 0);
  await page.click('#packs button');
  await readWith(page);
  assert.equal(packsAsked(page), 1);
  assert.ok(!(await page.isVisible('#packs')));
  const [csv] = await Promise.all([page.waitForEvent('download'), page.click('#save-csv')]);
  assert.match(await readFile(await csv.path(), 'utf8'), /v1,5/, 'files are written with the same places');
  await page.reload();
  await readWith(page);
  assert.ok(!(await page.isVisible('#packs')), 'the reader is asked once');
  assert.deepEqual(page.problems, []);
});

test('a new worker gets the packs too', async () => {
  const page = await regional();
  await page.click('#packs button');
  await readWith(page);
  await paste(page, 'This text breaks the reader.');
  await settled(page, 'failed');
  await paste(page, REGIONAL);
  await readWith(page);
  assert.equal(packsAsked(page), 1);
});

test('a pack that is missing is a remark, no failure', async () => {
  const page = await regional(404);
  await page.click('#packs button');
  await page.waitForFunction(() => /could not be loaded/.test(document.querySelector('#packs')?.textContent ?? ''));
  await settled(page);
});

test('an article that calls for no pack is no reason to ask', async () => {
  const page = await web.page();
  await paste(page, TEXT);
  await settled(page);
  assert.ok(!(await page.isVisible('#packs')));
});
