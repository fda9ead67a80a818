// The map: loaded only when it is opened, offline after that, and the same for eye, keyboard and screen reader.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { run } from '../../scripts/tools.mjs';
import { lit, open, paste, settled, single, texts } from './browser.mjs';
import { TEXT } from './fixture.mjs';

/** @type {Awaited<ReturnType<typeof open>>} */
let web;
before(async () => {
  web = await open();
});
after(() => web.close());

/** @param {Parameters<typeof web.page>[0]} [wish] */
async function withMap(wish) {
  const page = await web.page(wish);
  await paste(page, TEXT);
  await settled(page);
  await page.click('#map > summary');
  await page.waitForSelector('.map-picture .land');
  return page;
}

const PARTS = /\/www\/(map\/|vendor\/(d3-geo|topojson-client|countries))/;
/** @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

test('nothing of the map is loaded before it is opened, and then from here only', async () => {
  const page = await web.page();
  await paste(page, TEXT);
  await settled(page);
  await page.click('.card-title >> nth=0');
  await page.waitForLoadState('networkidle');
  assert.deepEqual(page.requests.filter((url) => PARTS.test(url)), []);
  assert.equal(await page.textContent('#map-count'), '3 places');
  await page.click('#map > summary');
  await page.waitForSelector('.map-picture .land');
  assert.ok(page.requests.some((url) => url.endsWith('/www/vendor/countries-50m.json')));
  const origin = new URL(web.url).origin;
  assert.deepEqual(page.requests.filter((url) => !url.startsWith(`${origin}/dateline/`) && !/^(blob|data):/.test(url)), []);
  await page.context().setOffline(true);
  page.requests.length = 0;
  await page.click('[aria-label="Zoom in"]');
  await page.click('[aria-label="Show all places"]');
  await page.fill('#text', 'Nothing is here.');
  await page.waitForFunction(() => document.querySelectorAll('.site').length === 0);
  assert.deepEqual(page.requests.filter((url) => !/^(blob|data):/.test(url)), []);
  assert.deepEqual(page.problems, []);
});

test('marks and table say where, how finely, and what', async () => {
  const page = await withMap();
  const labels = await page.$$eval('.site', (sites) => sites.map((site) => site.getAttribute('aria-label')));
  assert.deepEqual(labels, ['Tel Asfar, told as in or near a town: 2 events (1 capture, 1 airstrike)', 'Qalat, told as a district: 1 event (1 attack)']);
  assert.deepEqual(await texts(page, '.map-table tbody th button'), ['Tel Asfar', 'Qalat']);
  assert.equal((await page.$$('.told-area')).length, 1, 'a district is a circle');
  assert.equal((await page.$$('.told-near')).length, 1, 'near a town is a ring');
  assert.ok(await page.$('.site.unhappened'), 'what is planned is hollow');
  assert.match((await page.textContent('.map-table')) ?? '', /4 events without a place/);
  assert.match((await page.textContent('.map-credit')) ?? '', /GeoNames, CC BY 4\.0.*Natural Earth/);
});

test('a mark selects its place in text, table, timeline and cards, and an event selects its mark', async () => {
  const page = await withMap();
  await page.click('.site >> nth=0');
  assert.equal(await page.getAttribute('.site.current', 'aria-pressed'), 'true');
  assert.match(await page.innerText('#inspector'), /Tel Asfar/);
  assert.ok((await lit(page)).length >= 3);
  assert.equal((await page.$$('.map-table tr.current')).length, 1);
  assert.deepEqual(await page.$$eval('.axis .related', (marks) => marks.map((mark) => mark.getAttribute('data-event'))), ['v1']);
  assert.deepEqual(await page.$$eval('li.related', (cards) => cards.map((card) => card.getAttribute('data-key'))), ['v1']);
  await page.keyboard.press('Escape');
  assert.equal(await page.$('.site.current'), null);
  await page.click('.axis [data-event="v4"]');
  assert.match((await page.getAttribute('.site.current', 'aria-label')) ?? '', /^Qalat/);
  await page.click('.map-table [data-event="v2"]');
  assert.match((await page.getAttribute('.site.current', 'aria-label')) ?? '', /^Tel Asfar/);
  assert.ok((await lit(page)).includes('what: air strike'));
  await page.click('mark[data-ids="t1"]');
  assert.match((await page.getAttribute('.site.current', 'aria-label')) ?? '', /^Tel Asfar/, 'a date leads to the places of its events');
});

test('the map can be used with the keyboard', async () => {
  const page = await withMap();
  await page.focus('#map > summary');
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /^Tel Asfar/, 'one mark is in the tab order');
  await page.keyboard.press('ArrowRight');
  assert.match(await focused(page), /^Qalat/);
  await page.keyboard.press('Enter');
  assert.match(await page.innerText('#inspector'), /Qalat/);
  const [here, there] = ['.site:focus', '.site:not(:focus)'].map((mark) => () => page.getAttribute(mark, 'transform'));
  const before = [await here(), await there()];
  await page.keyboard.press('-');
  assert.equal(await here(), before[0], 'zooming keeps the mark in its place');
  assert.notEqual(await there(), before[1]);
  assert.match(await focused(page), /^Qalat/, 'and in focus');
  await page.keyboard.press('0');
  assert.match(await focused(page), /^Qalat/);
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Zoom in');
});

test('places close together are one mark, which comes closer', async () => {
  const page = await withMap({ width: 390 });
  for (let i = 0; i < 12 && !(await page.$('.cluster')); i += 1) await page.click('[aria-label="Zoom out"]');
  assert.match((await page.getAttribute('.cluster', 'aria-label')) ?? '', /^2 places close together/);
  await page.click('.cluster');
  await page.waitForFunction(() => document.querySelectorAll('.site:not(.cluster)').length === 2);
});

test('a place outside the picture is said to be outside', async () => {
  const page = await withMap();
  for (let i = 0; i < 6; i += 1) await page.click('[aria-label="Zoom in"]');
  assert.match((await page.textContent('.map-note')) ?? '', /^Outside: /);
  await page.click('.map-note button');
  assert.equal((await page.$$('.site')).length, 2);
});

test('without the outlines the marks are still there', async () => {
  const page = await web.page();
  await page.route('**/countries-50m.json', (route) => route.abort());
  await paste(page, TEXT);
  await settled(page);
  await page.click('#map > summary');
  await page.waitForSelector('.site');
  await page.waitForFunction(() => /outlines of the countries could not be loaded/.test(document.querySelector('.map-note')?.textContent ?? ''));
  for (let i = 0; i < 6; i += 1) await page.click('[aria-label="Zoom in"]');
  assert.match((await page.textContent('.map-note')) ?? '', /could not be loaded.*Outside: /, 'said through every new drawing, beside what else there is to say');
});

test('a map that cannot be loaded can be tried again', async () => {
  const page = await web.page();
  await page.route('**/www/map/map.js', (route) => route.abort());
  await paste(page, TEXT);
  await settled(page);
  await page.click('#map > summary');
  await page.waitForFunction(() => /could not be loaded/.test(document.querySelector('#map-body')?.textContent ?? ''));
  assert.ok(await page.isVisible('#map-body button'));
});

for (const dark of [false, true]) {
  for (const width of [1600, 360]) {
    test(`the map breaks no rule of accessibility, ${dark ? 'dark' : 'light'}, ${width} pixels`, async () => {
      const page = await withMap({ dark, width });
      await page.click('.site >> nth=0');
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`), []);
      assert.ok(!(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)), 'nothing sticks out sideways');
    });
  }
}

test('the single file has its map inside', async () => {
  run('node', ['scripts/single.mjs'], { stdio: 'ignore' });
  const page = await web.page({ core: 'real', go: false });
  await page.context().setOffline(true);
  await page.goto(pathToFileURL(single).href);
  await page.waitForSelector('html[data-ready]');
  await page.fill('#text', 'Rebels seized the town of Saraqib on Tuesday, activists said.');
  await settled(page);
  await page.click('#map > summary');
  await page.waitForSelector('.map-picture .land');
  assert.match((await page.getAttribute('.site', 'aria-label')) ?? '', /Saraqib/);
  assert.deepEqual(page.requests.filter((url) => !/^(file|blob|data):/.test(url)), []);
  assert.deepEqual(page.problems, []);
});
