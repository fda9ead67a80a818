// Odd input: a clear message or an honest empty result, never a crash, a hang or a lost text. The real core reads it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { open, paste, settled } from './browser.mjs';

/** @type {Awaited<ReturnType<typeof open>>} */
let web;
before(async () => {
  web = await open();
});
after(() => web.close());

/** @param {import('playwright-core').Page} page @param {string} text Sets the text as a script would: the clipboard alters some. */
async function type(page, text) {
  await page.evaluate((words) => {
    const box = /** @type {HTMLTextAreaElement} */ (document.querySelector('#text'));
    box.value = words;
    box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
  }, text);
}

/** @param {import('playwright-core').Page} page */
async function analysisOf(page) {
  const [json] = await Promise.all([page.waitForEvent('download'), page.click('#save-json')]);
  return JSON.parse(await readFile(await json.path(), 'utf8'));
}

const ODD = {
  'three words': 'Rebels seized it.',
  'white space': '  \n\n\t ',
  'right-to-left text': 'قال ناشطون إن المعارضة استعادت البلدة يوم الثلاثاء.',
  'binary bytes': String.fromCharCode(...Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)),
  'emoji and combining marks': 'Rebels 💥 seized Al\u0301eppo 👩‍👩‍👧 on Tuesday.',
  'a lone surrogate': 'Rebels \ud83d seized \udca5 Aleppo on Tuesday.',
  'all capitals': 'REBELS SEIZE ALEPPO ON TUESDAY',
};

for (const [what, text] of Object.entries(ODD)) {
  test(`${what}: no crash, and the text is kept`, async () => {
    const page = await web.page({ core: 'real' });
    await type(page, text);
    await settled(page);
    const { entities, textSha256 } = await analysisOf(page);
    assert.match(textSha256, /^[0-9a-f]{64}$/);
    for (const { mentions } of entities) for (const { start, end } of mentions) assert.ok(start < end && end <= text.length);
    assert.deepEqual(page.problems, []);
  });
}

test('an empty box is an empty page, not an error', async () => {
  const page = await web.page({ core: 'real' });
  await paste(page, 'Rebels seized Aleppo.');
  await settled(page);
  await page.fill('#text', '');
  await settled(page, 'empty');
  assert.ok(!(await page.isVisible('#results')));
});

test('a date field with nonsense says so and changes nothing', async () => {
  const page = await web.page({ core: 'real' });
  await paste(page, 'Rebels seized Aleppo on Tuesday.');
  await settled(page);
  await page.focus('#published');
  await page.keyboard.type('31');
  await page.focus('#text');
  assert.match((await page.textContent('#published-note')) ?? '', /not a whole date/);
  assert.equal(await page.getAttribute('#published', 'aria-invalid'), 'true');
  await page.fill('#published', '2016-11-02');
  await settled(page);
  assert.equal(await page.getAttribute('#published', 'aria-invalid'), 'false');
  assert.equal((await analysisOf(page)).published.date, '2016-11-02');
});

test('a text file keeps its line ends', async () => {
  const page = await web.page({ core: 'real' });
  const text = 'Rebels seized Aleppo.\r\n\r\nTwo died.\r\n';
  await page.setInputFiles('#file', { name: 'story.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await settled(page);
  const { createHash } = await import('node:crypto');
  assert.equal((await analysisOf(page)).textSha256, createHash('sha256').update(text).digest('hex'));
});

test('files in other encodings are read, other files are refused and the text stays', async () => {
  const page = await web.page();
  const files = {
    'Rebels – “seized” Aleppo': Buffer.from('Rebels \x96 \x93seized\x94 Aleppo', 'latin1'),
    'Rebels seized Aleppo ☂': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Rebels seized Aleppo ☂', 'utf16le')]),
  };
  for (const [text, buffer] of Object.entries(files)) {
    await page.setInputFiles('#file', { name: 'story.txt', mimeType: 'text/plain', buffer });
    await page.waitForFunction((words) => /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value === words, text);
  }
  await page.setInputFiles('#file', { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]) });
  await page.waitForFunction(() => /not a text file/.test(document.querySelector('#notice')?.textContent ?? ''));
  assert.equal(await page.inputValue('#text'), 'Rebels seized Aleppo ☂');
});

test('a file can be dropped anywhere', async () => {
  const page = await web.page();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Dropped words.'], 'story.txt', { type: 'text/plain' }));
    for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await settled(page);
  assert.equal(await page.inputValue('#text'), 'Dropped words.');
});
