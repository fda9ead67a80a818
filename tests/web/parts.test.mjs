// The page's pure parts, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildModel } from '../../www/state/model.js';
import { arcsOf, readGrammar } from '../../www/state/grammar.js';
import { hitsOf, nextOf, relatedTo } from '../../www/state/selection.js';
import { chunkAt, chunksOf, linesOf, marksByChunk } from '../../www/view/chunks.js';
import { pieces } from '../../www/view/pieces.js';
import { boxOf, fitted, pixelsOfKm, scaleBar, zoomed } from '../../www/map/frame.js';
import { clusters, coreOf, sitesOf, towards } from '../../www/map/sites.js';
import { differ } from '../../www/view/tolls.js';
import { layout } from '../../www/view/timeline-layout.js';
import { days, figure, figureTold, quote } from '../../www/view/words.js';
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

test('a vague figure is told in the words of the text', () => {
  const told = (/** @type {string} */ words, /** @type {any} */ quantifier) => figureTold(/** @type {any} */ ({ text: `${words} fled` }), { start: 0, end: words.length, kind: 'killed', low: 24, high: null, quantifier });
  assert.equal(told('dozens', 'vague'), '“dozens”');
  assert.equal(told('at least 24', 'at_least'), 'at least 24');
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

test('an entity and a time lead to their events', () => {
  assert.deepEqual([...relatedTo(model, { kind: 'entity', id: 'e2' })], ['v1']);
  assert.deepEqual([...relatedTo(model, { kind: 'time', id: 't2' })], ['v7']);
  assert.deepEqual([...relatedTo(model, null)], []);
});

/** A model with places of our making. @param {any[]} places @param {any[]} events */
const placed = (places, events) =>
  buildModel(TEXT, {
    ...ANALYSIS,
    entities: places.map((place) => ({ type: 'place', mentions: [], name: place.id, ...place })),
    events: events.map((event, i) => ({ ...ANALYSIS.events[2], id: `v${i}`, place: [], target: [], ...event })),
  });
const at = (/** @type {number} */ lat, /** @type {number} */ lon) => ({ lat, lon, score: 1 });

test('a place without coordinates is shown in the place that holds it, or not at all', () => {
  const { sites, lost, placeless } = sitesOf(
    placed(
      [{ id: 'town', precision: 'town', coordinates: at(36, 37) }, { id: 'market', within: 'town' }, { id: 'village' }, { id: 'a', within: 'b' }, { id: 'b', within: 'a' }],
      [{ place: ['market'] }, { place: ['village', 'town'] }, { place: ['a'] }, { place: ['gone'] }, {}],
    ),
  );
  assert.deepEqual(sites.map(({ id, visits, around }) => [id, visits.map(({ event, via }) => `${event.id} ${via.id}`), around]), [['town', ['v0 market', 'v1 town'], true]]);
  assert.deepEqual(lost.map(({ entity }) => entity.id), ['village', 'a']);
  assert.equal(placeless, 1);
});

test('a site is drawn as coarsely as it is told', () => {
  const precisions = ['site', 'town', 'district', 'province', 'region', 'country', undefined];
  const { sites } = sitesOf(placed(precisions.map((precision, i) => ({ id: `e${i}`, precision, coordinates: at(i, i) })), [{ place: precisions.map((_, i) => `e${i}`) }]));
  assert.deepEqual(sites.map(({ shape }) => shape), ['point', 'point', 'circle', 'circle', 'circle', 'country', 'point']);
});

test('the map shows first where things happened', () => {
  const places = [{ id: 'front', precision: 'town', coordinates: at(1, 1) }, { id: 'capital', precision: 'town', coordinates: at(2, 2) }, { id: 'land', precision: 'country', coordinates: at(3, 3) }];
  const core = (/** @type {any[]} */ events) => coreOf(sitesOf(placed(places, events)).sites).map(({ id }) => id);
  assert.deepEqual(core([{ family: 'violence', place: ['front'] }, { family: 'diplomacy', place: ['capital'] }, { family: 'violence', place: ['land'] }]), ['front']);
  assert.deepEqual(core([{ family: 'diplomacy', place: ['capital'] }, { family: 'violence', place: ['land'] }]), ['capital']);
  assert.deepEqual(core([{ family: 'violence', modality: 'planned', place: ['capital'] }, { family: 'civil', place: ['front'] }]), ['front']);
  assert.deepEqual(core([{ family: 'violence', place: ['land'] }]), ['land']);
});

test('the frame holds all sites, across the date line too', () => {
  const site = (/** @type {number} */ lat, /** @type {number} */ lon) => /** @type {any} */ ({ lat, lon });
  for (const sites of [[site(36, 37)], [site(36, 37), site(-33, 151)], [site(52, 179), site(53, -178)], [site(89, 0), site(-89, 10)]]) {
    const box = boxOf(sites, () => 0.1);
    const projection = fitted(box, 800, 400);
    for (const { lon, lat } of sites.filter(({ lat: l }) => Math.abs(l) < 80)) {
      const [x, y] = projection([lon, lat]) ?? [];
      assert.ok(x >= 0 && x <= 800 && y >= 0 && y <= 400, `${lat}, ${lon} lies at ${x}, ${y}`);
    }
  }
  assert.ok(boxOf([site(52, 179), site(53, -178)], () => 0).east - boxOf([site(52, 179), site(53, -178)], () => 0).west < 4);
});

test('zooming keeps the point under the pointer, and ends', () => {
  const projection = fitted(boxOf([/** @type {any} */ ({ lat: 36, lon: 37 })], () => 1), 600, 400);
  const before = projection.invert([100, 50]);
  assert.ok(zoomed(projection, 2, [100, 50]));
  const after = projection.invert([100, 50]);
  assert.ok(before && after && Math.hypot(before[0] - after[0], before[1] - after[1]) < 1e-6);
  for (let i = 0; i < 40; i += 1) zoomed(projection, 2, [0, 0]);
  assert.ok(!zoomed(projection, 2, [0, 0]));
});

test('the scale bar has a round length that fits', () => {
  for (const scale of [50, 900, 60_000]) {
    const perKm = pixelsOfKm(/** @type {any} */ ({ scale: () => scale }), 36);
    const { km, width } = scaleBar(perKm, 120);
    assert.match(String(km), /^(0\.)?0*[125]0*$/);
    assert.ok(width <= 120.001 && width > 40);
  }
});

test('marks are put together where they would overlap, and arrows lead from one to the next', () => {
  const marks = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 90 }];
  assert.deepEqual(clusters(marks, 24).map((near) => near.length), [2, 1, 1]);
  assert.equal(towards(marks, marks[0], 1, 0), marks[1]);
  assert.equal(towards(marks, marks[2], 0, 1), marks[3]);
  assert.equal(towards(marks, marks[2], 1, 0), null);
});

test('figures differ only between sources, and of the same victims', () => {
  const toll = (/** @type {any} */ given) => ({ toll: { start: 0, end: 1, kind: 'killed', low: 3, high: 3, quantifier: 'exact', ...given }, index: 0 });
  assert.ok(differ([toll({ source: 'e1' }), toll({ source: 'e2', low: 5, high: 5 })]));
  assert.ok(!differ([toll({ source: 'e1' }), toll({ source: 'e2' })]), 'the same figure');
  assert.ok(!differ([toll({ source: 'e1', who: 'e3' }), toll({ source: 'e2', who: 'e4', low: 5, high: 5 })]), 'other victims');
  assert.ok(!differ([toll({ source: 'e1' }), toll({ source: 'e1', low: 5, high: 5 })]), 'one source');
});

test('grammar is read from CoNLL-U, and arcs lie above those inside them', () => {
  const row = (/** @type {any[]} */ ...cells) => cells.join('\t');
  const words = readGrammar(['# text = a b c d', row(1, 'a', 'a', 'DET', '_', '_', 2, 'det', '_', 'SpaceAfter=No|TokenRange=3:4|TagConfidence=0.50'), row('2-3', 'bc', '_', '_', '_', '_', '_', '_', '_', '_'), row(2, 'b', 'b', 'NOUN', '_', '_', 4, 'nsubj', '_', '_'), row(3, 'c', 'c', 'ADV', '_', '_', 4, 'advmod', '_', '_'), row(4, 'd', 'd', 'VERB', '_', '_', 0, 'root', '_', '_'), ''].join('\n'));
  assert.deepEqual([words.length, words[0].start, words[0].end, words[0].tagSure, words[0].arcSure, words[3].head], [4, 3, 4, 0.5, null, 0]);
  assert.deepEqual(arcsOf(words).map(({ from, to, level }) => [from, to, level]), [[1, 0, 1], [3, 2, 1], [3, 1, 2]]);
});
