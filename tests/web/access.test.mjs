// No violation of the accessibility rules that can be checked by machine, in any state of the page, light and dark, wide and narrow.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, paste, settled } from './browser.mjs';
import { TEXT, TRAP } from './fixture.mjs';

/** @type {Awaited<ReturnType<typeof open>>} */
let web;
before(async () => {
  web = await open();
});
after(() => web.close());

/** @param {import('playwright-core').Page} page */
async function violations(page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).slice(0, 3).join(' | ')}`);
}

/** @type {Record<string, (page: import('playwright-core').Page) => Promise<unknown>>} */
const STATES = {
  empty: async () => {},
  'with results': async (page) => {
    await paste(page, TEXT);
    await settled(page);
  },
  'with a selection': async (page) => {
    await paste(page, TEXT);
    await settled(page);
    await page.click('#timeline-details summary');
    await page.click('.axis [data-event="v2"]');
  },
  'with an entity': async (page) => {
    await paste(page, TEXT);
    await settled(page);
    await page.click('mark[data-ids="e1"]');
  },
  'with the grammar of a sentence': async (page) => {
    await paste(page, TEXT);
    await settled(page);
    await page.click('mark[data-ids="e1"]');
    await page.click('.to-grammar');
    await page.waitForSelector('.grammar-table tbody tr');
  },
  'with help': (page) => page.click('#open-help'),
  'with about': (page) => page.click('#open-about'),
  'with a failure and a bad date': async (page) => {
    await paste(page, TRAP);
    await settled(page, 'failed');
    await page.focus('#published');
    await page.keyboard.type('31');
    await page.focus('#text');
  },
};

for (const dark of [false, true]) {
  for (const width of [1600, 360]) {
    for (const [state, act] of Object.entries(STATES)) {
      test(`${state}, ${dark ? 'dark' : 'light'}, ${width} pixels`, async () => {
        const page = await web.page({ dark, width });
        await act(page);
        assert.deepEqual(await violations(page), []);
      });
    }
  }
}
