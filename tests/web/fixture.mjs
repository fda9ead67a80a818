// An article in our own words with an analysis written by hand: the tests of the page do not depend on what the core finds.
import { createHash } from 'node:crypto';

export const TEXT = `Search For Keyword.

Rebels retake Tel Asfar from Islamic State

TEL ASFAR, Nov 2 (Example News) - Rebels recaptured Tel Asfar on Tuesday from Islamic State (IS), activists said.

An air strike on the town's market killed at least 24 civilians, the Example Observatory said. The army said eight fighters died and denied that civilians were hit.

The rebels vowed to attack Qalat next. Turkish talks with the rebels led to a truce.

The war began in early 2011. Thousands have fled.

Share this article`;

/** The nth stretch of the text with these words. */
function at(words, nth = 1) {
  let start = -1;
  for (let i = 0; i < nth; i += 1) start = TEXT.indexOf(words, start + 1);
  if (start < 0) throw new Error(`the fixture has no “${words}” number ${nth}`);
  return { start, end: start + words.length };
}

const name = (words, nth) => ({ ...at(words, nth), kind: 'name' });
const nominal = (words, nth) => ({ ...at(words, nth), kind: 'nominal' });
const rule = (field, ...spans) => ({ field, rule: `test:${field.split(':')[0]}`, spans });

/** @param {Partial<import('../../pkg/dateline.js').Event>} given */
const event = (given) => ({ agent: [], target: [], place: [], instrument: [], source: [], time: null, modality: 'happened', casualties: [], claims: [], score: 0.9, evidence: [], codes: {}, ...given });

const NEWS = { from: '2016-11-01', to: '2016-11-01', precision: 'day' };
const PAST = { from: '2011-01-01', to: '2011-04-30', precision: 'range' };

/** @type {import('../../pkg/dateline.js').Analysis} */
export const ANALYSIS = {
  schema: '1',
  generator: 'dateline 0.0.0-test',
  textSha256: createHash('sha256').update(TEXT).digest('hex'),
  source: {},
  published: { date: null, basis: 'none' },
  publishedCandidates: [{ ...at('Nov 2'), date: '2016-11-02' }],
  document: { headline: at('Rebels retake Tel Asfar from Islamic State'), dateline: at('TEL ASFAR, Nov 2 (Example News) -'), byline: null, boilerplate: [at('Search For Keyword.'), at('Share this article')] },
  entities: [
    { id: 'e1', type: 'armed_group', name: 'rebels', mentions: [nominal('Rebels'), nominal('Rebels', 2), nominal('The rebels'), nominal('the rebels')] },
    { id: 'e2', type: 'place', name: 'Tel Asfar', mentions: [name('Tel Asfar'), name('TEL ASFAR'), name('Tel Asfar', 2)], country: 'SY', precision: 'town', coordinates: { lat: 36.5, lon: 37.4, gazetteerId: 'geonames:1', score: 0.9 } },
    { id: 'e3', type: 'armed_group', name: 'Islamic State', mentions: [name('Islamic State'), name('Islamic State', 2), name('IS')] },
    { id: 'e4', type: 'population', name: 'activists', mentions: [nominal('activists')] },
    { id: 'e5', type: 'population', name: 'civilians', mentions: [nominal('civilians'), nominal('civilians', 2)] },
    { id: 'e6', type: 'organization', name: 'Example Observatory', mentions: [name('Example Observatory')] },
    { id: 'e7', type: 'state_force', name: 'army', mentions: [nominal('The army')] },
    { id: 'e8', type: 'place', name: 'Qalat', mentions: [name('Qalat')], country: 'SY', precision: 'district', coordinates: { lat: 36.1, lon: 38.6, score: 0.7 } },
    { id: 'e9', type: 'government', name: 'Turkey', mentions: [name('Turkish talks')] },
    { id: 'e10', type: 'facility', name: "the town's market", mentions: [nominal("the town's market")], within: 'e2' },
  ],
  times: [
    { id: 't1', ...at('Tuesday'), type: 'date', value: '2016-11-01', from: '2016-11-01', to: '2016-11-01' },
    { id: 't2', ...at('early 2011'), type: 'date', value: '2011', from: '2011-01-01', to: '2011-04-30' },
  ],
  events: [
    event({
      id: 'v1', type: 'capture', family: 'control', triggers: [at('retake'), at('recaptured')], agent: ['e1'], target: ['e3'], place: ['e2'], source: ['e4'],
      where: [{ place: 'e2', relation: 'in', precision: 'town' }],
      time: { from: '2016-11-01', to: '2016-11-01', basis: 'explicit', expression: 't1', precision: 'day' },
      claims: [{ source: 'e4', cue: at('said'), content: at('Rebels recaptured Tel Asfar on Tuesday'), stance: 'asserts', modality: 'happened' }],
      evidence: [rule('type', at('retake'), at('recaptured')), rule('agent:e1', at('Rebels', 2)), rule('target:e3', at('Islamic State', 2)), rule('place:e2', at('Tel Asfar', 2)), rule('source:e4', at('activists')), rule('time', at('Tuesday')), rule('modality', at('retake'))],
      codes: { acled: 'Non-state actor overtakes territory', plover: 'COERCE:seize', cameo: '19' },
    }),
    event({
      id: 'v2', type: 'airstrike', family: 'violence', triggers: [at('air strike')], target: ['e10'], place: ['e10'], source: ['e6', 'e7'], score: 0.82,
      where: [{ place: 'e10', relation: 'near', precision: 'site' }],
      casualties: [
        { ...at('at least 24'), kind: 'killed', low: 24, high: null, quantifier: 'at_least', who: 'e5', source: 'e6' },
        { ...at('eight'), kind: 'killed', low: 8, high: 8, quantifier: 'exact', source: 'e7' },
      ],
      claims: [
        { source: 'e6', cue: at('said', 2), content: at("An air strike on the town's market killed at least 24 civilians"), stance: 'asserts', modality: 'happened', casualties: [0] },
        { source: 'e7', cue: at('denied'), content: at('civilians were hit'), stance: 'denies', modality: 'negated', casualties: [1] },
      ],
      evidence: [rule('type', at('air strike')), rule('target:e10', at("the town's market")), rule('place:e10', at("the town's market")), rule('source:e6', at('Example Observatory')), rule('source:e7', at('The army')), rule('casualties.0', at('at least 24')), rule('casualties.1', at('eight')), rule('modality', at('air strike'))],
    }),
    event({ id: 'v3', type: 'threat', family: 'diplomacy', triggers: [at('vowed to attack')], agent: ['e1'], target: ['e8'], score: 0.7, evidence: [rule('type', at('vowed to attack')), rule('agent:e1', at('The rebels')), rule('target:e8', at('Qalat'))] }),
    // Shares its words with the threat, and lies inside them.
    event({ id: 'v4', type: 'attack', family: 'violence', triggers: [at('attack')], agent: ['e1'], place: ['e8'], modality: 'planned', score: 0.55, evidence: [rule('type', at('attack')), rule('modality', at('vowed')), rule('agent:e1', at('The rebels')), rule('place:e8', at('Qalat'))] }),
    // Two events of the same words; the words lie inside a mention.
    event({ id: 'v5', type: 'talks', family: 'diplomacy', triggers: [at('talks')], agent: ['e9'], target: ['e1'], score: 0.6, evidence: [rule('type', at('talks')), rule('agent:e9', at('Turkish talks'))] }),
    event({ id: 'v6', type: 'agreement', family: 'diplomacy', triggers: [at('talks'), at('truce')], agent: ['e9', 'e1'], score: 0.6, evidence: [rule('type', at('talks'), at('truce'))] }),
    event({ id: 'v7', type: 'clash', family: 'violence', triggers: [at('war')], score: 0.6, time: { from: '2011-01-01', to: '2011-04-30', basis: 'explicit', expression: 't2', precision: 'range' }, evidence: [rule('type', at('war')), rule('time', at('early 2011'))] }),
  ],
  timeline: [
    { ...PAST, background: true, label: 'clash', events: ['v7'] },
    { ...NEWS, background: false, label: 'capture', events: ['v1'] },
    { from: null, to: null, precision: 'none', background: false, label: 'undated', events: ['v2', 'v3', 'v4', 'v5', 'v6'] },
  ],
  warnings: [{ code: 'test', message: 'A remark of the test.', span: at('Thousands') }],
};

/** Texts that make the stand-in misbehave. */
export const TRAP = 'This text breaks the reader.';
export const SLOW = 'This text takes very long to read.';
export const REFUSED = 'This text is refused with a plain sentence.';

/** A text whose places lie in a regional pack. */
export const REGIONAL = 'This text calls for a pack.';

/** The stand-in for pkg/dateline.js. A trap in it is a real trap of a real module. */
export const GLUE = `
const KNOWN = ${JSON.stringify({ text: TEXT, analysis: ANALYSIS })};
const UNREACHABLE = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,116,0,0,10,5,1,3,0,0,11]);
const EMPTY = { ...KNOWN.analysis, publishedCandidates: [], document: { headline: null, dateline: null, byline: null, boilerplate: [] }, entities: [], times: [], events: [], timeline: [], warnings: [] };
// The article over and over, as many events and mentions as that makes.
function repeated(times) {
  const by = (n) => n * (KNOWN.text.length + 2);
  const moved = (thing, n) => JSON.parse(JSON.stringify(thing), (key, value) => (key === 'start' || key === 'end' ? value + by(n) : key === 'id' ? value + '_' + n : value));
  const all = Array.from({ length: times }, (_, n) => n);
  const entities = KNOWN.analysis.entities.map((entity) => ({ ...entity, mentions: all.flatMap((n) => entity.mentions.map((m) => ({ ...m, start: m.start + by(n), end: m.end + by(n) }))) }));
  const events = all.flatMap((n) => moved(KNOWN.analysis.events, n));
  const timeline = KNOWN.analysis.timeline.map((item) => ({ ...item, events: all.flatMap((n) => item.events.map((id) => id + '_' + n)) }));
  return { ...KNOWN.analysis, entities, events, timeline, times: all.flatMap((n) => moved(KNOWN.analysis.times, n)) };
}
export const version = () => 'dateline 0.0.0-test';
export const initSync = () => ({});
export const toCsv = (text, options) => ['id,type', ...analyze(text, options).events.map(({ id, type }) => id + ',' + type), ''].join('\\r\\n');
export const toAcled = (text, options) => ['event_id,event_date', ...analyze(text, options).events.map(({ id }) => id + ','), ''].join('\\r\\n');
export const toGeoJson = (text, options) => JSON.stringify({ type: 'FeatureCollection', features: analyze(text, options).events.map(({ id }) => ({ type: 'Feature', id, geometry: null, properties: {} })) });
export const parse = (text, at) => {
  // A sentence ends at a full stop or a line's end; each word hangs on the first.
  const ends = [...text.matchAll(/[.]|\\n|$/g)].map((m) => m.index + 1);
  const end = ends.find((e) => e > at && text.slice(Math.max(0, ...ends.filter((b) => b < e)), e).trim());
  if (end === undefined) return '';
  const start = Math.max(0, ...ends.filter((b) => b < end));
  const words = [...text.slice(start, end).matchAll(/[\\p{L}\\p{N}]+|[^\\s]/gu)];
  return words.map((m, i) => [i + 1, m[0], m[0].toLowerCase(), i ? 'NOUN' : 'VERB', '_', '_', i ? 1 : 0, i ? 'dep' : 'root', '_', 'TokenRange=' + (start + m.index) + ':' + (start + m.index + m[0].length) + '|TagConfidence=' + (i ? '0.99' : '0.40') + '|ArcConfidence=0.90'].join('\\t')).join('\\n') + '\\n\\n';
};
export const toMarkdown = (text, options) => '# Report, ' + analyze(text, options).events.length + ' events';
export class Places {
  constructor(packs) {
    this.bytes = packs.map((pack) => pack.length).join('+');
  }
  analyze(text, options) {
    return { ...analyze(text, options), packs: undefined, warnings: [{ code: 'packs', message: 'Read with packs of ' + this.bytes + ' bytes.' }] };
  }
  toCsv(text) {
    return 'id,packs\\r\\nv1,' + this.bytes + '\\r\\n';
  }
}
export function analyze(text, options) {
  if (text.includes(${JSON.stringify(REGIONAL)})) return { ...EMPTY, published: { date: null, basis: 'none' }, packs: ['far-north'] };
  if (text.includes(${JSON.stringify(TRAP)})) new WebAssembly.Instance(new WebAssembly.Module(UNREACHABLE)).exports.t();
  if (text.includes(${JSON.stringify(SLOW)})) for (const end = Date.now() + 60_000; Date.now() < end; );
  if (text.includes(${JSON.stringify(REFUSED)})) throw new Error('A plain sentence.');
  const published = options.published ? { date: options.published, basis: 'given' } : { date: null, basis: 'none' };
  if (text.length > KNOWN.text.length * 2 && text.startsWith(KNOWN.text)) return repeated(Math.floor(text.length / (KNOWN.text.length + 2)));
  if (text.replaceAll('\\r', '') !== KNOWN.text) return { ...EMPTY, published };
  const events = KNOWN.analysis.events.filter(({ score }) => score >= (options.minScore ?? 0.5));
  const kept = new Set(events.map(({ id }) => id));
  const timeline = KNOWN.analysis.timeline.map((item) => ({ ...item, events: item.events.filter((id) => kept.has(id)) })).filter((item) => item.events.length);
  return { ...KNOWN.analysis, published, events, timeline };
}
`;
