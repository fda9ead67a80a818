// Long texts: the page answers while they are read and drawn, piece by piece.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, settled } from './browser.mjs';
import { ANALYSIS, TEXT } from './fixture.mjs';

/** @type {Awaited<ReturnType<typeof open>>} */
let web;
before(async () => {
  web = await open();
});
after(() => web.close());

/** Drops a long text as a file, and notes how long the page was ever unable to answer. @param {import('playwright-core').Page} page @param {string} text */
async function drop(page, text) {
  await page.evaluate(() => {
    let last = performance.now();
    Reflect.set(window, 'longest', 0);
    setInterval(() => {
      const now = performance.now();
      Reflect.set(window, 'longest', Math.max(Reflect.get(window, 'longest'), now - last));
      last = now;
    }, 20);
  });
  await page.setInputFiles('#file', { name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
}

const BOOK = 200_000;
const MEGABYTE = 1_000_000;
/** No answer for longer than this counts as frozen, on a machine with nothing else to do. */
const FROZEN = 2000;

/** How much longer everything takes while other work shares the machine: the time of a busy loop against the processor time it gets. */
function crowding() {
  const [start, used] = [performance.now(), process.cpuUsage()];
  while (performance.now() - start < 500);
  const { user, system } = process.cpuUsage(used);
  return Math.max(1, 500_000 / (user + system));
}

/** @param {import('playwright-core').Page} page */
async function assertNotFrozen(page) {
  const longest = await page.evaluate(() => Reflect.get(window, 'longest'));
  const limit = FROZEN * crowding();
  assert.ok(longest < limit, `the page did not answer for ${Math.round(longest)} ms (limit ${Math.round(limit)})`);
}

test('a book of two hundred thousand characters is read and drawn without freezing the page', { timeout: 400_000 }, async () => {
  const page = await web.page({ core: 'real' });
  await drop(page, `${TEXT}\n\n`.repeat(Math.ceil(BOOK / TEXT.length)).slice(0, BOOK));
  await page.waitForSelector('#status[data-phase="done"], #status[data-phase="failed"]', { timeout: 380_000 });
  assert.match((await page.textContent('#status-line')) ?? '', /Read 200,000 characters/);
  await page.waitForTimeout(500);
  await assertNotFrozen(page);
  assert.ok((await page.$$('.card')).length <= 40);
  assert.deepEqual(page.problems, []);
});

test('while five megabytes are read the page answers, and the reading can be stopped', { timeout: 100_000 }, async () => {
  const page = await web.page({ core: 'real' });
  await drop(page, `${TEXT}\n\n`.repeat(Math.ceil((5 * MEGABYTE) / TEXT.length)).slice(0, 5 * MEGABYTE));
  await page.waitForSelector('#status[data-phase="reading"], #status[data-phase="done"]', { timeout: 60_000 });
  assert.match((await page.textContent('#overflow')) ?? '', /5,000,000 characters/);
  await page.click('#open-help');
  await page.keyboard.press('Escape');
  if (await page.isVisible('#stop')) await page.click('#stop');
  await page.waitForSelector('#status[data-phase="stopped"], #status[data-phase="done"]', { timeout: 60_000 });
  await assertNotFrozen(page);
  assert.match((await page.textContent('#overflow')) ?? '', /5,000,000 characters/);
});

test('five megabytes with tens of thousands of events and mentions are shown without freezing the page', { timeout: 300_000 }, async () => {
  const page = await web.page();
  await drop(page, `${TEXT}\n\n`.repeat(Math.ceil((5 * MEGABYTE) / TEXT.length)));
  await settled(page);
  await page.waitForTimeout(500);
  await assertNotFrozen(page);
  assert.ok((await page.$$('.card')).length <= 40);
  assert.match((await page.textContent('#events .more')) ?? '', /Show 40 more events/);
  // The answer came in parts, and is whole.
  const repeats = Math.ceil((5 * MEGABYTE) / TEXT.length);
  const events = Number(await page.textContent('#events-count'));
  assert.ok(events >= (repeats - 1) * ANALYSIS.events.length && events % ANALYSIS.events.length === 0, `${events} events`);
  const drawn = await page.$$eval('.chunk', (chunks) => ({ all: chunks.length, drawn: chunks.filter((chunk) => chunk.childElementCount).length }));
  assert.ok(drawn.all > 1000 && drawn.drawn < 100, JSON.stringify(drawn));
  // What comes into view is drawn.
  await page.evaluate(() => document.querySelector('.chunk:last-child')?.scrollIntoView());
  await page.waitForFunction(() => (document.querySelector('.chunk:last-child')?.childElementCount ?? 0) > 0);
  const start = Date.now();
  await page.click('#article mark[data-ids="e1"] >> nth=0');
  assert.match(await page.innerText('#inspector'), /mentions/);
  assert.ok(Date.now() - start < FROZEN * crowding(), 'selecting is quick');
  assert.deepEqual(page.problems, []);
});

test('one line of a megabyte without a break is drawn in pieces', { timeout: 120_000 }, async () => {
  const page = await web.page();
  await drop(page, 'Rebels seized Aleppo 💥 and '.repeat(MEGABYTE / 27));
  await settled(page);
  await assertNotFrozen(page);
  assert.ok((await page.$$('.chunk')).length > 100);
});
