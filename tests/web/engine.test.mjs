// Traps, hangs, cancelling, and a reader that cannot be loaded: the text is never lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, paste, ready, settled, texts } from './browser.mjs';
import { REFUSED, SLOW, TEXT, TRAP } from './fixture.mjs';

/** @type {Awaited<ReturnType<typeof open>>} */
let web;
before(async () => {
  web = await open();
});
after(() => web.close());

const status = (/** @type {import('playwright-core').Page} */ page) => page.textContent('#status-line');

test('a trap replaces the worker, keeps the text and says so', async () => {
  const page = await web.page();
  await paste(page, TEXT);
  await settled(page);
  const [first] = page.workers();
  await paste(page, TRAP);
  await settled(page, 'failed');
  assert.match((await status(page)) ?? '', /broke on this text and was restarted\. The text is still here/);
  assert.equal(await page.inputValue('#text'), TRAP);
  assert.ok(!(await page.isVisible('#results')));
  await paste(page, TEXT);
  await settled(page);
  assert.equal((await texts(page, '.card')).length, 7);
  assert.notEqual(page.workers()[0], first);
  assert.equal(page.workers().length, 1);
});

test('a second paste ends the reading of the first', async () => {
  const page = await web.page();
  await paste(page, SLOW);
  await settled(page, 'reading');
  const start = Date.now();
  await paste(page, TEXT);
  await settled(page);
  assert.ok(Date.now() - start < 10_000);
  assert.equal((await texts(page, '.card')).length, 7);
});

test('the page answers while a text is read, and the reading can be stopped', async () => {
  const page = await web.page();
  await paste(page, SLOW);
  await settled(page, 'reading');
  assert.match((await status(page)) ?? '', /^Reading/);
  await page.click('#stop');
  await settled(page, 'stopped');
  assert.match((await status(page)) ?? '', /The text is still here/);
  assert.equal(await page.inputValue('#text'), SLOW);
  await paste(page, TEXT);
  await settled(page);
});

test('a reading that takes far too long is ended', async () => {
  const page = await web.page({ go: false });
  await page.clock.install();
  await ready(page, web.url);
  await page.clock.resume();
  await paste(page, SLOW);
  await settled(page, 'reading');
  await page.waitForTimeout(500);
  await page.clock.fastForward(60_000);
  await settled(page, 'failed');
  assert.match((await status(page)) ?? '', /took too long/);
  assert.equal(await page.inputValue('#text'), SLOW);
});

test('an answer of the core that is no analysis is shown as it is', async () => {
  const page = await web.page();
  await paste(page, REFUSED);
  await settled(page, 'failed');
  assert.match((await status(page)) ?? '', /^A plain sentence\./);
});

test('when the reader cannot be loaded the page says so, and tries again when asked', async () => {
  const page = await web.page({ go: false });
  let broken = true;
  await page.route('**/dateline*_bg.wasm.xz', (route) => (broken ? route.abort() : route.continue()));
  await ready(page, web.url);
  await paste(page, TEXT);
  await settled(page, 'failed');
  assert.match((await status(page)) ?? '', /could not be loaded/);
  broken = false;
  await page.click('#status-line button');
  await settled(page);
  assert.equal((await texts(page, '.card')).length, 7);
});

test('a module that is cut short counts as not loaded', async () => {
  const page = await web.page({ core: 'real', go: false });
  await page.route('**/dateline*_bg.wasm.xz', async (route) => {
    const response = await route.fetch();
    const { 'content-length': _, ...headers } = response.headers();
    await route.fulfill({ status: 200, headers, body: (await response.body()).subarray(0, 200_000) });
  });
  await ready(page, web.url);
  await paste(page, TEXT);
  await settled(page, 'failed');
  assert.match((await status(page)) ?? '', /could not be loaded/);
});

test('a server that sends the module with another content type is no obstacle', async () => {
  const page = await web.page({ core: 'real', go: false });
  await page.route('**/dateline*_bg.wasm.xz', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
  });
  await ready(page, web.url);
  await paste(page, 'Rebels seized the town on Tuesday.');
  await settled(page);
});

const modules = (/** @type {import('./browser.mjs').Page} */ page) => page.requests.filter((url) => url.includes('.wasm')).map((url) => url.split('/').pop());

test('the page fetches one module: the relaxed one where it can be used', async () => {
  const page = await web.page({ core: 'real' });
  await paste(page, 'Rebels seized the town on Tuesday.');
  await settled(page);
  assert.deepEqual(modules(page), ['dateline_relaxed_bg.wasm.xz']);
  const events = await texts(page, '.card');
  const old = await web.page({ core: 'real', go: false });
  await old.addInitScript('WebAssembly.validate = () => false');
  await ready(old, web.url);
  await paste(old, 'Rebels seized the town on Tuesday.');
  await settled(old);
  assert.deepEqual(modules(old), ['dateline_bg.wasm.xz']);
  assert.deepEqual(await texts(old, '.card'), events);
});

test('the package alone fetches the relaxed module where it can be used', async () => {
  const page = await web.page({ core: 'real' });
  const parsed = (/** @type {boolean} */ able) =>
    page.evaluate(async (able) => {
      const { validate } = WebAssembly;
      if (!able) WebAssembly.validate = () => false;
      const core = await import(new URL(`pkg/dateline.js?${able}`, location.href).href);
      await core.default();
      WebAssembly.validate = validate;
      return core.parse('Rebels seized the town on Tuesday.');
    }, able);
  assert.equal(await parsed(true), await parsed(false));
  assert.deepEqual(modules(page).filter((name) => name?.endsWith('.wasm')), ['dateline_relaxed_bg.wasm', 'dateline_bg.wasm']);
});
