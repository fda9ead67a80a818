// The page's pure parts, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildModel } from '../../www/state/model.js';
import { hitsOf, nextOf } from '../../www/state/selection.js';
import { chunkAt, chunksOf, linesOf, marksByChunk } from '../../www/view/chunks.js';
import { pieces } from '../../www/view/pieces.js';
import { layout } from '../../www/view/timeline-layout.js';
import { days, figure, quote } from '../../www/view/words.js';
import { ANALYSIS, TEXT } from './fixture.mjs';

/** @param {string} kind @param {number} start @param {number} end */
const mark = (kind, start, end) => /** @type {any} */ ({ kind, start, end, ids: [kind], type: kind });

/** Pieces as text: `[kind:words]`. @param {string} text @param {any[]} made @returns {string} */
const shown = (text, made) => made.map((p) => (p.mark ? `[${p.mark.kind}${p.first ? '' : '+'}:${shown(text, p.inside)}]` : text.slice(p.start, p.end))).join('');

const CASES = /** @type {const} */ ([
  ['no marks', [], 'abcdef'],
  ['one inside another', [mark('entity', 0, 6), mark('trigger', 2, 4)], '[entity:ab[trigger:cd]ef]'],
  ['the same stretch: entity outside, trigger inside', [mark('trigger', 1, 3), mark('entity', 1, 3)], 'a[entity:[trigger:bc]]def'],
  ['overlap in part: the later is split', [mark('entity', 0, 4), mark('time', 2, 6)], '[entity:ab[time:cd]][time+:ef]'],
  ['side by side', [mark('entity', 0, 2), mark('time', 2, 4)], '[entity:ab][time:cd]ef'],
  ['beyond the range: cut', [mark('furniture', -3, 9)], '[furniture+:abcdef]'],
  ['empty: left out', [mark('entity', 2, 2)], 'abcdef'],
  ['three across', [mark('hit', 0, 5), mark('entity', 1, 3), mark('trigger', 2, 6)], '[hit:a[entity:b[trigger:c]][trigger+:de]][trigger+:f]'],
]);

for (const [what, marks, expected] of CASES) {
  test(`marks nest: ${what}`, () => assert.equal(shown('abcdef', pieces([...marks], { start: 0, end: 6 })), expected));
}

test('pieces always give back the whole text', () => {
  const text = 'x'.repeat(40);
  let seed = 1;
  const random = (/** @type {number} */ n) => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 300; round += 1) {
    const marks = Array.from({ length: random(9) }, () => mark(['entity', 'time', 'trigger', 'hit'][random(4)], random(30), random(44)));
    const made = pieces(marks, { start: 5, end: 35 });
    assert.equal(shown(text, made).replace(/[^x]/g, '').length, 30);
  }
});

test('lines and chunks cover a text without gaps, and never cut a surrogate pair', () => {
  for (const text of ['', 'one\n', '\n\n', 'a\r\nb\r\n', '💥'.repeat(20_000), `${'word '.repeat(9000)}\nend`]) {
    for (const parts of [linesOf(text), chunksOf(text)]) {
      assert.equal(parts.map(({ start, end }) => text.slice(start, end)).join(''), text);
      for (const { start, end } of parts) assert.ok(start < end && text.slice(start, end).isWellFormed?.() !== false);
    }
  }
});

test('marks are found by chunk, and chunks by place', () => {
  const chunks = chunksOf('word '.repeat(4000));
  const marks = [mark('entity', 0, 3), mark('furniture', 100, 19_000), mark('time', 19_999, 20_000)];
  const found = marksByChunk(chunks, marks);
  assert.equal(found[0].length, 2);
  assert.equal(found.at(-1)?.at(-1)?.kind, 'time');
  assert.ok(found.every((list) => list.length > 0));
  for (const at of [0, 5999, 12_345, 19_999]) assert.ok(chunks[chunkAt(chunks, at)].start <= at && chunks[chunkAt(chunks, at)].end > at);
});

test('figures keep their qualifier', () => {
  const toll = (/** @type {any} */ low, /** @type {any} */ high, /** @type {any} */ quantifier) => figure({ start: 0, end: 1, kind: 'killed', low, high, quantifier });
  assert.equal(toll(32, 32, 'exact'), '32');
  assert.equal(toll(300, null, 'at_least'), 'at least 300');
  assert.equal(toll(null, 50, 'at_most'), 'up to 50');
  assert.equal(toll(120, 120, 'about'), 'about 120');
  assert.equal(toll(10, 20, 'range'), '10 to 20');
  assert.equal(toll(24, null, 'vague'), 'some, from 24');
  assert.equal(toll(200_000, null, 'at_least'), 'at least 200,000');
  assert.equal(toll(null, null, 'vague'), 'an unknown number');
});

test('days are named no finer than they are told', () => {
  assert.equal(days(null, null), 'not on the calendar');
  assert.equal(days('2016-11-02', '2016-11-02', 'day'), 'Wed, 2 Nov 2016');
  assert.equal(days('2016-11-01', '2016-11-30', 'month'), 'November 2016');
  assert.equal(days('2011-01-01', '2011-12-31', 'year'), '2011');
  assert.equal(days(null, '2016-11-04'), 'until 4 Nov 2016');
  assert.equal(days('2016-11-04', null), 'from 4 Nov 2016');
});

test('a quotation is cut at words and lines', () => {
  const { before, words, after } = quote('First line.\nThe rebels seized the town at dawn and held it for a long while afterwards.', { start: 23, end: 29 }, 20);
  assert.deepEqual([before, words, after], ['The rebels ', 'seized', ' the town at dawn…']);
});

const model = buildModel(TEXT, ANALYSIS);

test('all that is selected can be shown in the text', () => {
  for (const event of ANALYSIS.events) assert.ok(hitsOf(model, { kind: 'event', id: event.id }).length > 0);
  for (const entity of ANALYSIS.entities) assert.equal(hitsOf(model, { kind: 'entity', id: entity.id }).length, entity.mentions.length);
  assert.deepEqual(hitsOf(model, { kind: 'event', id: 'gone' }), []);
  assert.deepEqual(hitsOf(model, { kind: 'event', id: 'v2', field: 'claim.7' }), []);
});

test('things that share words take turns', () => {
  assert.equal(nextOf(['a', 'b'], undefined), 'a');
  assert.equal(nextOf(['a', 'b'], 'a'), 'b');
  assert.equal(nextOf(['a', 'b'], 'b'), 'a');
  assert.equal(nextOf(['a', 'b'], 'c'), 'a');
});

test('the timeline keeps background apart, stacks a day, and counts what it cannot draw', () => {
  const { panels, undated } = layout(model, 1000);
  assert.deepEqual(panels.map(({ name, placed }) => [name, placed.length]), [['Background', 1], ['In the news', 1]]);
  assert.equal(undated.length, 5);
  const many = Array.from({ length: 60 }, (_, i) => ({ ...ANALYSIS.events[0], id: `v${i}` }));
  const item = { from: '2016-11-01', to: '2016-11-01', precision: /** @type {const} */ ('day'), background: false, label: '', events: many.map(({ id }) => id) };
  const crowded = layout(buildModel(TEXT, { ...ANALYSIS, events: many, timeline: [item] }), 600);
  const [panel] = crowded.panels;
  assert.equal(panel.placed.length + panel.hidden.reduce((sum, { count }) => sum + count, 0), 60);
  assert.ok(crowded.rows <= 9);
  const spots = panel.placed.map(({ x, row }) => `${x} ${row}`);
  assert.equal(new Set(spots).size, spots.length, 'no two marks in one place');
});

test('dates at the ends of the calendar do not break the timeline', () => {
  for (const [from, to] of [['0001-01-01', '9999-12-31'], [null, '2016-11-04'], ['2016-11-04', null], ['2016-11-04', '2016-11-01']]) {
    const item = { from, to, precision: /** @type {const} */ ('range'), background: false, label: '', events: ['v1'] };
    const { panels } = layout(buildModel(TEXT, { ...ANALYSIS, timeline: [item] }), 400);
    assert.ok(panels.flatMap(({ placed }) => placed).every(({ x, width }) => Number.isFinite(x) && width > 0 && x + width <= 401));
  }
});
