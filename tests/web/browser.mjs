// A real browser with the page in it, as a user would open it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';
import { chromium, root } from '../../scripts/tools.mjs';
import { GLUE } from './fixture.mjs';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** @typedef {import('playwright-core').Page & { requests: string[], problems: string[] }} Page */

/** One browser and one server for a test file. */
export async function open() {
  const server = await serve('/dateline/');
  const browser = await playwright.launch({ executablePath: chromium(), args: FLAGS });

  /**
   * A fresh page in a context of its own; the ones before it are closed. With `core: 'stand-in'` the fixture's analysis answers; with 'real' the committed module.
   * @param {{ core?: 'stand-in' | 'real', url?: string, dark?: boolean, width?: number, height?: number, go?: boolean }} [wish]
   * @returns {Promise<Page>}
   */
  async function page({ core = 'stand-in', url = server.url, dark = false, width = 1280, height = 900, go = true } = {}) {
    // Tests of a file run one after the other: what the last one left open would only take time.
    for (const left of browser.contexts()) await left.close();
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' });
    const made = /** @type {Page} */ (await context.newPage());
    made.requests = [];
    made.problems = [];
    made.on('request', (request) => made.requests.push(request.url()));
    made.on('pageerror', (error) => made.problems.push(error.message));
    made.on('console', (message) => ['error', 'warning'].includes(message.type()) && made.problems.push(message.text()));
    if (core === 'stand-in') await made.route('**/pkg/dateline.js', (route) => route.fulfill({ body: GLUE, contentType: 'text/javascript' }));
    if (go) await ready(made, url);
    return made;
  }

  async function close() {
    await browser.close();
    server.close();
  }

  return { page, close, url: server.url, browser };
}

/** @param {import('playwright-core').Page} page @param {string} url */
export async function ready(page, url) {
  await page.goto(url);
  await page.waitForSelector('html[data-ready]');
  await page.waitForSelector('.sample');
}

/** Pastes as a user does: through the clipboard. @param {import('playwright-core').Page} page @param {string} text */
export async function paste(page, text) {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.focus('#text');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}

/** Waits until the status line says that the reading is over. @param {import('playwright-core').Page} page @param {string} [phase] */
export const settled = (page, phase = 'done') => page.waitForSelector(`#status[data-phase="${phase}"]`, { timeout: 60_000 });

/** The words that are lit up, with their role. @param {import('playwright-core').Page} page */
export const lit = (page) => page.$$eval('#article .hit', (hits) => hits.map((hit) => `${hit.getAttribute('data-role')}: ${hit.textContent}`));

/** @param {import('playwright-core').Page} page @param {string} selector */
export const texts = (page, selector) => page.$$eval(selector, (elements) => elements.map((element) => element.textContent?.replace(/\s+/g, ' ').trim()));

export const single = join(root, 'dist', 'dateline.html');
export const hasSingle = () => existsSync(single);
