// Nothing can leave: the policy is tried out, not read. Hostile pastes stay words.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { open, paste, settled } from './browser.mjs';
import { TEXT } from './fixture.mjs';

/** @type {Awaited<ReturnType<typeof open>>} */
let web;
/** A stranger that would welcome anyone's words. */
const heard = [];
const stranger = createServer((request, response) => {
  heard.push(request.url);
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><title>stranger</title>');
});
let elsewhere = '';
before(async () => {
  web = await open();
  await new Promise((done) => stranger.listen(0, '127.0.0.1', () => done(undefined)));
  elsewhere = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (stranger.address()).port}/`;
});
after(async () => {
  await web.close();
  stranger.close();
});

/** Tries to send words away; says whether they were let go. */
const send = async (address) => {
  try {
    await fetch(`${address}?fetched`, { method: 'POST', body: 'words' });
    return 'sent';
  } catch {
    return 'blocked';
  }
};

test('the stranger can be reached where no policy forbids it', async () => {
  const page = await web.page({ go: false });
  await page.goto(elsewhere);
  assert.equal(await page.evaluate(send, elsewhere), 'sent');
  assert.ok(heard.some((url) => url?.includes('fetched')));
});

test('neither the page nor its worker can fetch from another origin', async () => {
  const page = await web.page();
  await paste(page, TEXT);
  await settled(page);
  heard.length = 0;
  assert.equal(await page.evaluate(send, elsewhere), 'blocked');
  const [worker] = page.workers();
  assert.ok(worker.url().startsWith('blob:'));
  assert.equal(await worker.evaluate(send, elsewhere), 'blocked');
  const other = await worker.evaluate(async (address) => {
    const tried = [];
    try {
      importScripts(`${address}?script`);
      tried.push('script');
    } catch {}
    try {
      await import(`${address}?module`);
      tried.push('module');
    } catch {}
    await new Promise((done) => {
      const socket = new WebSocket(address.replace('http', 'ws'));
      socket.onopen = () => (tried.push('socket'), done(undefined));
      socket.onerror = done;
    }).catch(() => {});
    return tried;
  }, elsewhere);
  assert.deepEqual(other, []);
  await page.evaluate(async (address) => {
    navigator.sendBeacon(`${address}?beacon`, 'words');
    new Image().src = `${address}?image`;
    const form = Object.assign(document.createElement('form'), { action: `${address}?form`, method: 'post' });
    document.body.append(form);
    form.submit();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.src = `${address}?frame`;
    const style = document.createElement('link');
    Object.assign(style, { rel: 'stylesheet', href: `${address}?style` });
    document.head.append(style);
    await new Promise((done) => setTimeout(done, 500));
  }, elsewhere);
  assert.deepEqual(heard, []);
});

test('a whole visit asks its own origin only, and asks nothing once the page is loaded', async () => {
  const page = await web.page({ core: 'real' });
  await page.waitForLoadState('networkidle');
  const origin = new URL(web.url).origin;
  const foreign = (/** @type {string} */ url) => !url.startsWith(`${origin}/dateline/`) && !/^(blob|data):/.test(url);
  assert.deepEqual(page.requests.filter(foreign), []);
  await page.context().setOffline(true);
  page.requests.length = 0;
  await paste(page, TEXT);
  await settled(page);
  await page.click('#open-about');
  await page.keyboard.press('Escape');
  await Promise.all([page.waitForEvent('download'), page.click('#save-json')]);
  assert.deepEqual(page.requests.filter((url) => !/^(blob|data):/.test(url)), []);
  assert.deepEqual(page.problems, []);
});

const HOSTILE = [
  '<script>window.broken = 1</script>',
  '<img src=x onerror="window.broken = 1">',
  '<svg onload="window.broken = 1"><script>window.broken = 1</script></svg>',
  '<a href="javascript:window.broken = 1" id="text">rebels</a>',
  '"><iframe srcdoc="<script>parent.broken = 1</script>"></iframe>',
  '<style>body { display: none }</style>',
  '<form id="article"><input name="text"></form>',
  '{{constructor.constructor("window.broken = 1")()}} ${window.broken = 1}',
];

test('hostile markup that is pasted stays words', async () => {
  const page = await web.page({ core: 'real' });
  for (const words of HOSTILE) {
    const text = `Rebels said on Tuesday that ${words} was seized in Aleppo.`;
    await paste(page, text);
    await settled(page);
    await page.waitForFunction((start) => document.querySelector('#article')?.textContent?.startsWith(start), 'Rebels said');
    assert.equal(await page.evaluate(() => document.querySelector('#article')?.querySelectorAll('script, img, svg, a, iframe, style, form, input').length), 0);
    assert.equal(await page.evaluate(() => Reflect.get(window, 'broken')), undefined);
    assert.ok(await page.isVisible('#article'));
  }
});

test('an HTML file is reduced to its text; nothing in it runs or loads', async () => {
  const page = await web.page();
  heard.length = 0;
  const html = `<!doctype html><html><head><title>x</title><meta property="article:published_time" content="2016-11-02T08:00:00Z"><script>window.broken = 1</script></head>
    <body><nav>Menu</nav><article><h1>Rebels take town</h1><p>Fighters <b>seized</b> it<br>on Tuesday.</p><img src="${elsewhere}?image" onerror="window.broken = 1"><script>window.broken = 1</script><p>They left.</p></article></body></html>`;
  await page.setInputFiles('#file', { name: 'story.html', mimeType: 'text/html', buffer: Buffer.from(html) });
  await settled(page);
  assert.equal(await page.inputValue('#text'), 'Rebels take town\n\nFighters seized it\n\non Tuesday.\n\nThey left.');
  assert.equal(await page.evaluate(() => Reflect.get(window, 'broken')), undefined);
  assert.equal(await page.inputValue('#published'), '', 'the date of the page is offered, not adopted');
  assert.match((await page.textContent('.offer')) ?? '', /2 Nov 2016/);
  assert.deepEqual(heard, []);
});

test('the source of a page that is pasted is read as the page', async () => {
  const page = await web.page();
  await paste(page, '<!DOCTYPE html><html><body><main><p>Rebels seized the town.</p><p>Two died.</p></main></body></html>');
  await settled(page);
  assert.equal(await page.inputValue('#text'), 'Rebels seized the town.\n\nTwo died.');
  assert.match((await page.textContent('#notice')) ?? '', /source of a web page/);
});

test('markup cannot be put into the page by mistake', async () => {
  const page = await web.page();
  const refused = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<p>markup</p>';
      return false;
    } catch (error) {
      return error instanceof TypeError;
    }
  });
  assert.ok(refused, 'trusted types are enforced');
});
