// What stays, where, and how it goes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, paste, ready, settled } from './browser.mjs';
import { TEXT } from './fixture.mjs';

/** @type {Awaited<ReturnType<typeof open>>} */
let web;
before(async () => {
  web = await open();
});
after(() => web.close());

/** Another tab of the same browser. @param {import('playwright-core').Page} page */
async function anotherTab(page) {
  const tab = await page.context().newPage();
  await ready(tab, web.url);
  return tab;
}

const stored = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));

test('a reload brings text and date back in this tab, and in no other', async () => {
  const page = await web.page();
  await paste(page, TEXT);
  await page.fill('#published', '2016-11-02');
  await settled(page);
  await page.reload();
  await settled(page);
  assert.equal(await page.inputValue('#text'), TEXT);
  assert.equal(await page.inputValue('#published'), '2016-11-02');
  const tab = await anotherTab(page);
  assert.equal(await tab.inputValue('#text'), '');
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test('forgetting leaves nothing, also after a reload', async () => {
  const page = await web.page();
  await paste(page, TEXT);
  await settled(page);
  await page.click('#forget');
  assert.equal(await page.inputValue('#text'), '');
  assert.ok(!(await page.isVisible('#results')));
  assert.ok(!(await stored(page)).includes('Tel Asfar'));
  assert.ok(!(await page.evaluate(() => document.documentElement.textContent ?? '')).includes('Tel Asfar'), 'nothing is left in the page');
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  assert.equal(await page.inputValue('#text'), '');
});

test('keeping on this computer is a choice, and one click forgets', async () => {
  const page = await web.page();
  await paste(page, TEXT);
  await settled(page);
  await page.check('#keep');
  const tab = await anotherTab(page);
  await settled(tab);
  assert.equal(await tab.inputValue('#text'), TEXT);
  assert.ok(await tab.isChecked('#keep'));
  await tab.click('#forget');
  assert.equal(await tab.evaluate(() => localStorage.length), 0);
  const third = await anotherTab(page);
  assert.equal(await third.inputValue('#text'), '');
  assert.ok(!(await third.isChecked('#keep')));
});

test('a page that may not store anything works', async () => {
  const page = await web.page({ go: false });
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: () => { throw new DOMException('no', 'SecurityError'); } });
  });
  await ready(page, web.url);
  await paste(page, TEXT);
  await settled(page);
  assert.deepEqual(page.problems, []);
});
