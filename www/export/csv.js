// One row an event, for spreadsheets.

/** @import { Casualty, Event, Model } from '../types.d.ts' */

import { nameOf } from '../view/words.js';

const SEVERAL = '; ';

/** Name of the column, and what stands in it. @type {[string, (model: Model, event: Event) => string | number | null | undefined][]} */
const COLUMNS = [
  ['id', (_, e) => e.id],
  ['type', (_, e) => e.type],
  ['family', (_, e) => e.family],
  ['modality', (_, e) => e.modality],
  ['score', (_, e) => e.score],
  ['agent', (m, e) => names(m, e.agent)],
  ['target', (m, e) => names(m, e.target)],
  ['instrument', (m, e) => names(m, e.instrument)],
  ['place', (m, e) => names(m, e.place)],
  ['place_relation', (_, e) => (e.where ?? []).map((w) => w.relation).join(SEVERAL)],
  ['place_precision', (_, e) => (e.where ?? []).map((w) => w.precision).join(SEVERAL)],
  ['country', (m, e) => of(m, e, ({ country }) => country)],
  ['latitude', (m, e) => of(m, e, ({ coordinates }) => coordinates?.lat)],
  ['longitude', (m, e) => of(m, e, ({ coordinates }) => coordinates?.lon)],
  ['from', (_, e) => e.time?.from],
  ['to', (_, e) => e.time?.to],
  ['time_precision', (_, e) => e.time?.precision],
  ['time_basis', (_, e) => e.time?.basis],
  ['killed_low', (_, e) => lowest(e, 'killed')],
  ['killed_high', (_, e) => highest(e, 'killed')],
  ['injured_low', (_, e) => lowest(e, 'injured')],
  ['injured_high', (_, e) => highest(e, 'injured')],
  ['casualties', (m, e) => e.casualties.map((c) => figureOf(m, c)).join(SEVERAL)],
  ['source', (m, e) => names(m, e.source)],
  ['claims', (m, e) => e.claims.map((c) => `${c.source ? nameOf(m, c.source) : 'unnamed'} ${c.stance}`).join(SEVERAL)],
  ['words', (m, e) => e.triggers.map(({ start, end }) => m.text.slice(start, end)).join(SEVERAL)],
  ['acled', (_, e) => e.codes.acled],
  ['plover', (_, e) => e.codes.plover],
  ['cameo', (_, e) => e.codes.cameo],
  ['published', (m) => m.analysis.published.date],
  ['text_sha256', (m) => m.analysis.textSha256],
  ['generator', (m) => m.analysis.generator],
];

/** @param {Model} model @param {string[]} ids */
const names = (model, ids) => ids.map((id) => nameOf(model, id)).join(SEVERAL);

/**
 * Something of the first place, which is the most specific one.
 * @param {Model} model
 * @param {Event} event
 * @param {(place: import('../types.d.ts').Entity) => string | number | undefined} pick
 */
function of(model, event, pick) {
  const place = event.place.length ? model.entities.get(event.place[0]) : undefined;
  return place && pick(place);
}

/** The lowest figure told by anyone; none if no one tells a lowest. @param {Event} event @param {Casualty['kind']} kind */
function lowest(event, kind) {
  const told = event.casualties.flatMap((c) => (c.kind === kind && c.low !== null ? [c.low] : []));
  return told.length ? Math.min(...told) : null;
}

/** The highest figure told by anyone; none if a figure is open above. @param {Event} event @param {Casualty['kind']} kind */
function highest(event, kind) {
  const told = event.casualties.filter((c) => c.kind === kind);
  const highs = told.flatMap((c) => (c.high === null ? [] : [c.high]));
  return told.length && highs.length === told.length ? Math.max(...highs) : null;
}

/** @param {Model} model @param {Casualty} toll */
function figureOf(model, { kind, low, high, quantifier, who, source }) {
  const range = `${low ?? ''}..${high ?? ''}`;
  return [kind, range, quantifier, who && `of ${nameOf(model, who)}`, source && `per ${nameOf(model, source)}`].filter(Boolean).join(' ');
}

/**
 * A cell as RFC 4180 writes it. Spreadsheets run what begins like a formula; an apostrophe keeps it text.
 * @param {string | number | null | undefined} value
 */
export function cell(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {Model} model */
export function toCsv(model) {
  const rows = model.analysis.events.map((event) => COLUMNS.map(([, value]) => cell(value(model, event))).join(','));
  return `${[COLUMNS.map(([name]) => name).join(','), ...rows].join('\r\n')}\r\n`;
}
