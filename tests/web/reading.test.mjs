// Opens the page as a user would: pastes, clicks, uses the keyboard, switches samples, downloads.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { lit, open, paste, settled, texts } from './browser.mjs';
import { ANALYSIS, TEXT } from './fixture.mjs';

/** @type {Awaited<ReturnType<typeof open>>} */
let web;
before(async () => {
  web = await open();
});
after(() => web.close());

async function withText() {
  const page = await web.page();
  await paste(page, TEXT);
  await settled(page);
  return page;
}

test('a fresh page shows a text box, a date field, three samples, and nothing to set up', async () => {
  const page = await web.page();
  assert.ok(await page.isVisible('#text'));
  assert.ok(await page.isVisible('#published'));
  assert.equal((await page.$$('.sample')).length, 3);
  assert.ok(!(await page.isVisible('#results')));
  assert.ok(!(await page.isVisible('#stuck')));
  assert.deepEqual(page.problems, []);
});

test('pasting shows article, entities, events and timeline at once', async () => {
  const page = await withText();
  assert.match((await page.textContent('#status-line')) ?? '', /^7 events, 10 entities, 2 times found\. Read [\d,]+ characters in \d+ ms\.$/);
  assert.equal(await page.textContent('#announce'), '7 events, 10 entities, 2 times found.');
  assert.deepEqual(await texts(page, '.card-title'), ['Capture', 'Airstrike', 'Threat', 'Attack', 'Talks', 'Agreement', 'Clash']);
  assert.equal(await page.textContent('#article h3.headline'), 'Rebels retake Tel Asfar from Islamic State');
  assert.deepEqual(await texts(page, '#article .furniture'), ['Search For Keyword.', 'Share this article']);
  assert.equal((await page.$$('.axis .mark')).length, 7);
  assert.match((await page.textContent('#warnings')) ?? '', /A remark of the test/);
  assert.deepEqual(page.problems, []);
});

test('marks carry a written label, and overlapping marks nest', async () => {
  const page = await withText();
  const labels = await page.$$eval('#article mark[data-kind="entity"]', (marks) => marks.map((mark) => `${mark.textContent}|${mark.getAttribute('data-label')}`));
  assert.ok(labels.includes('Tel Asfar|place'));
  assert.ok(labels.includes('Turkish talks|gov'));
  assert.equal(await page.textContent('mark[data-ids="e9"] mark[data-kind="trigger"]'), 'talks');
  assert.equal(await page.textContent('mark[data-ids="v3"] mark[data-ids="v4"]'), 'attack');
});

test('entities are grouped by type with counts and other names', async () => {
  const page = await withText();
  assert.deepEqual(await texts(page, '#entities .group h3'), ['Armed groups2', 'State forces1', 'Governments1', 'Organizations1', 'Places2', 'Facilities1', 'Populations2']);
  const rows = await texts(page, '.entity-row');
  assert.ok(rows.some((row) => row?.startsWith('Islamic State') && row.includes('also: IS')), String(rows));
});

test('a card tells who, whom, where, when, toll and source, and says what is not told', async () => {
  const page = await withText();
  const card = page.locator('.card').nth(1);
  const facts = (await card.locator('dl').innerText()).replace(/\s+/g, ' ');
  assert.match(facts, /Who not told/);
  assert.match(facts, /Where near the town's market/);
  assert.match(facts, /When not told/);
  assert.match(facts, /at least 24 killed \(civilians\) according to Example Observatory/);
  assert.match(facts, /8 killed according to army/);
  assert.match((await card.locator('.claims').innerText()).replace(/\s+/g, ' '), /Example Observatory ✓ says.*army ✗ denies/);
  assert.equal(await page.locator('.card').nth(3).locator('.badge').innerText(), 'Planned');
});

test('selecting an event lights up its words, and Escape puts them out', async () => {
  const page = await withText();
  await page.click('.card-title >> nth=0');
  assert.deepEqual(await lit(page), ['what: retake', 'who: Rebels', 'what: recaptured', 'where: Tel Asfar', 'when: Tuesday', 'whom: Islamic State', 'source: activists']);
  assert.match((await page.innerText('#inspector')) ?? '', /test:agent/);
  await page.keyboard.press('Escape');
  assert.deepEqual(await lit(page), []);
  assert.ok(!(await page.isVisible('#inspector')));
});

test('each value is a button that lights up the words it was read from', async () => {
  const page = await withText();
  await page.click('.card >> nth=1 >> [data-field="casualties.0"]');
  assert.deepEqual(await lit(page), ['toll: at least 24']);
  assert.equal(await page.getAttribute('.card >> nth=1 >> [data-field="casualties.0"]', 'aria-pressed'), 'true');
  await page.click('.card >> nth=1 >> [data-field="claim.1"]');
  assert.ok((await lit(page)).includes('said: civilians were hit'));
});

test('words in the text lead to the event, the entity and the time', async () => {
  const page = await withText();
  await page.click('mark[data-ids="v7"]');
  assert.equal(await page.textContent('li[aria-current="true"] .card-title'), 'Clash');
  await page.click('mark[data-ids="e6"]');
  assert.match((await page.textContent('li[aria-current="true"] .entity-row')) ?? '', /Example Observatory/);
  assert.match(await page.innerText('#inspector'), /1 mention/);
  await page.click('mark[data-ids="t1"]');
  assert.match(await page.innerText('#inspector'), /Tue, 1 Nov 2016/i);
});

test('words that two events share lead to one and then to the other', async () => {
  const page = await withText();
  await page.click('mark[data-ids="v5 v6"]');
  assert.equal(await page.textContent('li[aria-current="true"] .card-title'), 'Talks');
  await page.click('mark[data-ids="v5 v6"]');
  assert.equal(await page.textContent('li[aria-current="true"] .card-title'), 'Agreement');
});

test('the timeline leads to the words, as a picture and as a list', async () => {
  const page = await withText();
  await page.click('.axis [data-event="v1"]');
  assert.ok((await lit(page)).includes('what: recaptured'));
  await page.click('#timeline-details summary');
  assert.deepEqual(await texts(page, '.date'), ['1 Jan 2011 to 30 Apr 2011 background', 'Tue, 1 Nov 2016', 'Undated']);
  await page.click('#timeline-list [data-event="v3"]');
  assert.ok((await lit(page)).includes('what: vowed to attack'));
  assert.equal(await page.getAttribute('#timeline-list [data-event="v3"]', 'aria-pressed'), 'true');
});

test('the timeline draws a stretch of days as a bar, planned events hollow, and background apart', async () => {
  const page = await withText();
  assert.equal((await page.$$('.axis .background [data-event="v7"] .bar')).length, 1);
  assert.equal((await page.$$('.axis .panel:not(.background) [data-event="v1"] .bar')).length, 0);
  assert.equal((await page.$$('.axis .undated .is-planned')).length, 1);
});

test('everything can be done with the keyboard', async () => {
  const page = await withText();
  await page.focus('#results');
  await page.keyboard.press('j');
  assert.equal(await page.textContent('li[aria-current="true"] .card-title'), 'Capture');
  await page.keyboard.press('j');
  assert.equal(await page.textContent('li[aria-current="true"] .card-title'), 'Airstrike');
  await page.keyboard.press('k');
  assert.equal(await page.textContent('li[aria-current="true"] .card-title'), 'Capture');
  await page.focus('.card-title >> nth=0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await page.textContent('li[aria-current="true"] .card-title'), 'Airstrike');
  await page.focus('#article mark[tabindex="0"]');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  assert.equal(await page.textContent('li[aria-current="true"] .card-title'), 'Capture');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'retake', 'focus stays on the mark');
  await page.keyboard.press('?');
  assert.ok(await page.isVisible('#help'));
  await page.keyboard.press('Escape');
  assert.ok(!(await page.isVisible('#help')));
});

test('single-letter keys can be switched off and do nothing while typing', async () => {
  const page = await withText();
  await page.focus('#text');
  await page.keyboard.press('End');
  await page.keyboard.press('j');
  assert.equal(await page.$('li[aria-current="true"]'), null);
  await page.click('#open-help');
  await page.uncheck('#keys');
  await page.keyboard.press('Escape');
  await page.focus('#results');
  await page.keyboard.press('j');
  assert.equal(await page.$('li[aria-current="true"]'), null);
});

test('a higher minimum score shows fewer events', async () => {
  const page = await withText();
  await page.fill('#min-score', '0.8');
  await page.waitForFunction(() => document.querySelectorAll('.card').length === 2);
  assert.equal(await page.textContent('#min-score-shown'), '0.80');
  assert.equal((await page.$$('.axis .mark')).length, 2);
});

test('the dates found in the text are offered, and never adopted', async () => {
  const page = await withText();
  assert.equal(await page.inputValue('#published'), '');
  assert.match((await page.textContent('#published-note')) ?? '', /No date given/);
  await page.click('.offer');
  await settled(page);
  assert.equal(await page.inputValue('#published'), '2016-11-02');
  assert.match((await page.textContent('#published-note')) ?? '', /worked out from Wed, 2 Nov 2016/i);
  assert.equal((await page.$$('.offer')).length, 0, 'no offers once a date is given');
  await page.click('#no-date');
  assert.equal(await page.inputValue('#published'), '');
  assert.equal((await page.$$('.offer')).length, 1);
});

test('JSON is downloaded as the core gave it, and CSV with one row an event', async () => {
  const page = await withText();
  const [json] = await Promise.all([page.waitForEvent('download'), page.click('#save-json')]);
  assert.match(json.suggestedFilename(), /^dateline-[0-9a-f]{8}\.json$/);
  assert.equal(await readFile(await json.path(), 'utf8'), `${JSON.stringify(ANALYSIS)}\n`);
  const [csv] = await Promise.all([page.waitForEvent('download'), page.click('#save-csv')]);
  assert.match(csv.suggestedFilename(), /^dateline-[0-9a-f]{8}\.csv$/);
  const rows = (await readFile(await csv.path(), 'utf8')).split('\r\n');
  assert.deepEqual(rows.slice(0, 3), ['\uFEFFid,type', 'v1,capture', 'v2,airstrike']);
  assert.equal(rows.length, ANALYSIS.events.length + 2);
});

test('the ACLED table and GeoJSON are downloaded as the core wrote them', async () => {
  const page = await withText();
  const [acled] = await Promise.all([page.waitForEvent('download'), page.click('#save-acled')]);
  assert.match(acled.suggestedFilename(), /^dateline-[0-9a-f]{8}\.acled\.csv$/);
  assert.match(await readFile(await acled.path(), 'utf8'), /^\uFEFFevent_id,event_date\r\nv1,/);
  const [geo] = await Promise.all([page.waitForEvent('download'), page.click('#save-geojson')]);
  assert.match(geo.suggestedFilename(), /^dateline-[0-9a-f]{8}\.geojson$/);
  assert.equal(JSON.parse(await readFile(await geo.path(), 'utf8')).features.length, ANALYSIS.events.length);
});

test('sources that disagree face each other, each with its stand and the word for it', async () => {
  const page = await withText();
  const card = '.card >> nth=1 >> ';
  assert.equal(await page.textContent(`${card}.claims h4`), 'Sources disagree');
  assert.deepEqual(await texts(page, '.sides .side:first-child .claim-source'), ['Example Observatory']);
  assert.deepEqual(await texts(page, '.sides .side:last-child .claim-stance'), ['✗ denies “denied”']);
  assert.match((await page.textContent('.card >> nth=0')) ?? '', /activists\s*“said”/, 'one voice: the word stands beside its name');
});

test('figures that differ stand side by side, each with its source', async () => {
  const page = await withText();
  assert.match((await page.textContent('.differing')) ?? '', /^Figures of the killed differ:/);
  assert.deepEqual(await texts(page, '.differing li'), ['at least 24 killed (civilians)according to Example Observatory', '8 killedaccording to army']);
});

test('the minimum score is kept in this tab, and said with the counts', async () => {
  const page = await withText();
  await page.fill('#min-score', '0.8');
  await page.waitForFunction(() => document.querySelectorAll('.card').length === 2);
  assert.match((await page.textContent('#announce')) ?? '', /^2 events.*Events that score 0\.80 or more\.$/);
  assert.equal(await page.getAttribute('#min-score', 'aria-valuetext'), 'events that score 0.80 or more');
  assert.equal((await page.$$('#article mark.trigger')).length, 3, 'the marks of the others are gone');
  await page.reload();
  await settled(page);
  assert.equal(await page.inputValue('#min-score'), '0.8');
  assert.equal((await page.$$('.card')).length, 2);
  assert.equal(await page.evaluate(() => localStorage.getItem('dateline.score')), null, 'in this tab only');
});

test('the grammar of a sentence can be seen, and that of the sentences around it', async () => {
  const page = await withText();
  await page.click('mark[data-ids="e6"]');
  await page.click('.to-grammar');
  await page.waitForSelector('.grammar-table tbody tr');
  assert.match((await page.textContent('.grammar-text')) ?? '', /^An air strike .* Example Observatory said\.$/);
  assert.deepEqual((await texts(page, '.grammar-table tbody tr')).slice(0, 2), ['1AnVERB verb unsure 0.40an–root head of the sentence', '2airNOUN nounair1 Andep unclear']);
  assert.ok(await page.isVisible('.arcs svg'));
  await page.click('text=Sentence after');
  await page.waitForFunction(() => /^The army/.test(document.querySelector('.grammar-text')?.textContent ?? ''));
  await page.click('text=Sentence before');
  await page.waitForFunction(() => /^An air/.test(document.querySelector('.grammar-text')?.textContent ?? ''));
  await page.click('text=Copy as CoNLL-U');
  await page.waitForFunction(() => /Copied/.test(document.querySelector('#grammar')?.textContent ?? ''));
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^1\tAn\tan\tVERB\t/);
  await page.click('text=Show in the article');
  assert.ok(!(await page.isVisible('#grammar')));
  assert.equal((await page.$$('.card')).length, 7, 'the analysis is still there');
});

test('downloads and report are of the events that are shown', async () => {
  const page = await withText();
  await page.fill('#min-score', '0.8');
  await page.waitForFunction(() => document.querySelectorAll('.card').length === 2);
  await page.click('#copy');
  await page.waitForFunction(() => /copied/.test(document.querySelector('#notice')?.textContent ?? ''));
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '# Report, 2 events');
});

test('choosing a sample replaces the text and sets its date; the text can be brought back', async () => {
  const page = await withText();
  await page.click('.sample >> nth=1');
  await page.waitForFunction((old) => /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value !== old, TEXT);
  await settled(page);
  assert.notEqual(await page.inputValue('#published'), '');
  await page.click('#notice button');
  await settled(page);
  assert.equal(await page.inputValue('#text'), TEXT);
  assert.equal(await page.inputValue('#published'), '');
});

test('pasting anywhere else on the page replaces the article', async () => {
  const page = await withText();
  await page.evaluate(() => navigator.clipboard.writeText('Another article.'));
  await page.focus('#results');
  await page.keyboard.press('Control+V');
  await page.waitForFunction(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value === 'Another article.');
  assert.match((await page.textContent('#notice')) ?? '', /replaced/);
});

test('on a phone one pane is shown at a time', async () => {
  const page = await web.page({ width: 360, height: 740 });
  await paste(page, TEXT);
  await settled(page);
  assert.ok(await page.isVisible('#article'));
  assert.ok(!(await page.isVisible('#events')));
  await page.click('.panes [data-pane="events"]');
  assert.ok(await page.isVisible('.card >> nth=0'));
  assert.ok(!(await page.isVisible('#article')));
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.ok(!wider, 'nothing sticks out sideways');
});

test('the theme can be chosen and stays', async () => {
  const page = await web.page();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.selectOption('#theme', 'dark');
  const dark = await ground();
  assert.notEqual(dark, light);
  await page.reload();
  assert.equal(await ground(), dark);
});
