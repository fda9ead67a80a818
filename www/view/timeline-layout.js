// Where the marks of the timeline lie: one panel for background, one for the news, each with its own scale; marks of the same days are stacked.

/** @import { Event, Model, TimelineItem } from '../types.d.ts' */

import { utcTickInterval } from '../vendor/d3-time.js';
import { eventType } from './words.js';

export const ROW = 20;
export const GLYPH = 12;
const DAY = 86_400_000;
const MOST_ROWS = 9;
const LETTER = 6.7;
const GAP = 8;
/** Space between the two panels, where the scale breaks. */
export const BREAK = 28;
/** Room between two ticks of the axis, in pixels. */
const TICK = 84;
/** A stretch longer than this does not set the scale of the news: a war of years would press the days of the news into a line. */
const LONG = 45 * DAY;

/** @typedef {{ event: Event, item: TimelineItem, from: number, to: number, exact: boolean, before: boolean, after: boolean }} Dated `before`, `after`: it goes on beyond what is drawn */
/** @typedef {Pick<Dated, 'event' | 'item' | 'exact' | 'before' | 'after'> & { x: number, width: number, row: number, label: string }} Placed */
/** @typedef {{ x: number, line: number, label: string }} Tick */
/** @typedef {{ name: string, x: number, width: number, placed: Placed[], hidden: { x: number, count: number }[], ticks: Tick[] }} Panel */
/** @typedef {{ panels: Panel[], rows: number, undated: Event[] }} Layout */
/** @typedef {{ start: number, end: number }} Domain */

/**
 * @param {Model} model
 * @param {number} width in pixels
 * @returns {Layout}
 */
export function layout(model, width) {
  const { background, news, undated } = lanes(model);
  const both = background.length > 0 && news.length > 0;
  const left = both ? Math.round(width * (width < 600 ? 0.34 : 0.27)) : width;
  /** @type {Panel[]} */
  const panels = [];
  if (background.length) panels.push(panel('Background', background, domainOf(background), 0, left));
  if (news.length) panels.push(both ? panel('In the news', news, newsDomain(news), left + BREAK, width - left - BREAK) : panel('', news, newsDomain(news), 0, width));
  const rows = panels.flatMap(({ placed }) => placed.map(({ row }) => row + 1));
  return { panels, undated, rows: Math.max(0, ...rows) };
}

/** @param {Model} model */
function lanes({ analysis, events }) {
  /** @type {{ background: Dated[], news: Dated[], undated: Event[] }} */
  const found = { background: [], news: [], undated: [] };
  for (const item of analysis.timeline) {
    for (const id of item.events) {
      const event = events.get(id);
      if (!event) continue;
      const dated = stretch(item, event);
      if (dated) found[item.background ? 'background' : 'news'].push(dated);
      else found.undated.push(event);
    }
  }
  return found;
}

/** @param {string | null} day */
const at = (day) => (day ? Date.parse(`${day}T00:00:00Z`) : NaN);

/** The days an item covers; an end that is not told is drawn open. @param {TimelineItem} item @param {Event} event @returns {Dated | null} */
function stretch(item, event) {
  const from = at(item.from);
  const to = at(item.to);
  if (Number.isNaN(from) && Number.isNaN(to)) return null;
  const start = Number.isNaN(from) ? to : from;
  const end = (Number.isNaN(to) ? start : Math.max(to, start)) + DAY;
  const [before, after] = [Number.isNaN(from), Number.isNaN(to)];
  return { event, item, from: start, to: end, exact: !before && !after && end - start <= DAY, before, after };
}

/** @param {Dated[]} dated @returns {Domain} */
function domainOf(dated) {
  let first = Infinity;
  let last = -Infinity;
  for (const { from, to } of dated) {
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  // A single day would have no scale: show the days around it.
  const pad = last - first <= 3 * DAY ? 2 * DAY : Math.max(DAY, Math.round(((last - first) * 0.05) / DAY) * DAY);
  return { start: first - pad, end: last + pad };
}

/** The days of the news: long stretches reach beyond them. @param {Dated[]} dated */
function newsDomain(dated) {
  const short = dated.filter(({ from, to }) => to - from <= LONG);
  const domain = domainOf(short.length ? short : dated);
  // What lies wholly outside would not be seen.
  return dated.every(({ from, to }) => to > domain.start && from < domain.end) ? domain : domainOf(dated);
}

/** @param {string} name @param {Dated[]} dated @param {Domain} domain @param {number} x @param {number} width @returns {Panel} */
function panel(name, dated, domain, x, width) {
  const { start, end } = domain;
  const scale = (/** @type {number} */ time) => x + ((time - start) / (end - start)) * width;
  const spans = dated.map((d) => clip(d, domain)).map((d) => ({ ...d, x: scale(d.from), width: scale(d.to) - scale(d.from) }));
  // Stretches lie at the bottom, days on top of them.
  spans.sort((a, b) => Number(a.exact) - Number(b.exact) || a.x - b.x || b.width - a.width);
  const labelled = stack(spans, x + width, true);
  const { placed, hidden } = labelled.hidden.length ? stack(spans, x + width, false) : labelled;
  return { name, x, width, placed, hidden, ticks: ticks(domain, width, scale) };
}

/** @param {Dated} dated @param {Domain} domain @returns {Dated} */
const clip = (dated, { start, end }) => ({ ...dated, from: Math.max(dated.from, start), to: Math.min(dated.to, end), before: dated.before || dated.from < start, after: dated.after || dated.to > end });

/**
 * Puts each mark on the lowest row that has room for it, a day's marks in several columns if the day is wide enough.
 * Marks beyond the last row are counted instead of drawn.
 * @param {(Dated & { x: number, width: number })[]} spans in the order of placing
 * @param {number} edge right edge of the panel
 * @param {boolean} labelled
 */
function stack(spans, edge, labelled) {
  /** @type {{ start: number, end: number }[][]} */
  const rows = Array.from({ length: MOST_ROWS }, () => []);
  /** @type {Placed[]} */
  const placed = [];
  /** @type {{ x: number, count: number }[]} */
  const hidden = [];
  for (const { event, item, x, width, exact, before, after } of spans) {
    const size = exact ? GLYPH : Math.max(width, GLYPH * 2);
    const label = labelled ? eventType(event.type) : '';
    const wanted = Math.max(size, GLYPH + (exact ? 4 : 12) + label.length * LETTER);
    const spot = freeSpot(rows, columns(x, width, exact, wanted, edge), wanted);
    if (spot) {
      rows[spot.row].push({ start: spot.x, end: spot.x + wanted + GAP });
      placed.push({ event, item, x: spot.x, width: size, row: spot.row, label, exact, before, after });
    } else if (hidden.length && Math.abs(hidden[hidden.length - 1].x - x) < 40) hidden[hidden.length - 1].count += 1;
    else hidden.push({ x, count: 1 });
  }
  return { placed, hidden };
}

/** Where a mark may begin: a stretch at its first day, a day's mark anywhere within its day. @param {number} x @param {number} width @param {boolean} exact @param {number} wanted @param {number} edge */
function columns(x, width, exact, wanted, edge) {
  const inside = (/** @type {number} */ place) => Math.max(0, Math.min(place, edge - wanted));
  if (!exact) return [inside(x)];
  if (width < GLYPH * 2) return [inside(x + (width - GLYPH) / 2)];
  const fitting = Math.max(1, Math.floor((width - 6 + GAP) / (wanted + GAP)));
  return Array.from({ length: fitting }, (_, i) => inside(x + 6 + i * (wanted + GAP)));
}

/** @param {{ start: number, end: number }[][]} rows @param {number[]} places @param {number} wanted */
function freeSpot(rows, places, wanted) {
  for (let row = 0; row < rows.length; row += 1) {
    const x = places.find((place) => rows[row].every(({ start, end }) => end <= place || start >= place + wanted + GAP));
    if (x !== undefined) return { row, x };
  }
  return null;
}

/** @param {Domain} domain @param {number} width @param {(time: number) => number} scale @returns {Tick[]} */
function ticks({ start, end }, width, scale) {
  const days = (end - start) / DAY;
  // No tick finer than a day: news is dated by the day.
  const wanted = Math.min(Math.max(2, Math.floor(width / TICK)), days);
  const found = utcTickInterval(new Date(start), new Date(end), wanted)?.range(new Date(start), new Date(end)) ?? [];
  const step = found.length > 1 ? (found[1].getTime() - found[0].getTime()) / DAY : days;
  // A tick that stands for one day is named in the middle of the day.
  const shift = step <= 1 ? (scale(start + DAY) - scale(start)) / 2 : 0;
  /** @type {Tick[]} */
  const made = [];
  let free = -Infinity;
  let year = NaN;
  for (const date of found) {
    const line = scale(date.getTime());
    const label = tickLabel(date, step, date.getUTCFullYear() !== year);
    // Steps are uneven where a month ends: a name that would run into the one before is left out.
    if (line + shift < free) continue;
    made.push({ x: line + shift, line, label });
    free = line + shift + (label.length + 2) * LETTER;
    year = date.getUTCFullYear();
  }
  return made;
}

/** @param {Date} date @param {number} step days @param {boolean} withYear */
function tickLabel(date, step, withYear) {
  if (step > 360) return String(date.getUTCFullYear());
  /** @type {Intl.DateTimeFormatOptions} */
  const form = step > 27 ? { month: 'short' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat('en-GB', { ...form, ...(withYear ? { year: 'numeric' } : {}), timeZone: 'UTC' }).format(date);
}
