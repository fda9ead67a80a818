// The timeline: an SVG axis for the eye, and the same as an ordered list of buttons for the keyboard and screen readers.

/** @import { Event, Model, Selection, TimelineItem } from '../types.d.ts' */
/** @import { Panel, Placed } from './timeline-layout.js' */

import { byId, h, svg } from '../lib/dom.js';
import { capped, createList } from './list.js';
import { SHAPE } from './shapes.js';
import { BREAK, GLYPH, ROW, layout } from './timeline-layout.js';
import { MODALITY, days, eventType, gist } from './words.js';

const AXIS = 26;
const HEAD = 18;

/** @typedef {(selection: Selection) => void} Select */

/**
 * @param {{ chart: HTMLElement, list: HTMLElement }} places
 * @param {Select} select
 */
export function createTimeline(places, select) {
  /** @type {Model | null} */
  let model = null;
  let width = 0;
  /** @type {string | null} */
  let current = null;
  /** @type {Set<string>} */
  let related = new Set();
  const list = createList(places.list, { first: 60, more: 'dates' });

  function draw() {
    places.chart.replaceChildren(...(model && width > 0 && model.analysis.timeline.length ? [chart(model, width, select)] : []));
    highlight();
  }

  function highlight() {
    for (const mark of places.chart.querySelectorAll('[data-event]')) {
      const id = mark.getAttribute('data-event') ?? '';
      mark.classList.toggle('current', id === current);
      mark.classList.toggle('related', related.has(id));
    }
    for (const button of places.list.querySelectorAll('[data-event]')) button.setAttribute('aria-pressed', String(button.getAttribute('data-event') === current));
  }

  new ResizeObserver(([entry]) => {
    const next = Math.floor(entry.contentRect.width);
    if (next === width) return;
    width = next;
    draw();
  }).observe(places.chart);

  return {
    /** @param {Model | null} next */
    show(next) {
      model = next;
      const items = next?.analysis.timeline ?? [];
      list.show(items.map((item, i) => ({ key: String(i), draw: () => row(/** @type {Model} */ (next), item, select) })));
      draw();
    },
    /** @param {Selection | null} selection @param {Set<string>} events that have to do with it */
    mark(selection, events) {
      related = events;
      current = selection?.kind === 'event' ? selection.id : null;
      highlight();
    },
  };
}

/** What has no room in the picture is in the list. */
function openList() {
  const details = /** @type {HTMLDetailsElement} */ (byId('timeline-details'));
  details.open = true;
  details.scrollIntoView({ block: 'nearest' });
}

/** @param {Model} model @param {TimelineItem} item @param {Select} select */
function row(model, item, select) {
  const when = item.from || item.to ? days(item.from, item.to, item.precision) : 'Undated';
  return h(
    'div',
    { class: 'dated' },
    h('p', { class: 'date' }, when, item.background ? h('span', { class: 'aside' }, ' background') : null),
    capped(item.events, (id) => h('li', {}, eventButton(model, id, select))),
  );
}

/** @param {Model} model @param {string} id @param {Select} select */
function eventButton(model, id, select) {
  const event = model.events.get(id);
  if (!event) return null;
  const aside = [event.modality === 'happened' ? '' : MODALITY[event.modality].toLowerCase(), gist(model, event)].filter(Boolean).join(' · ');
  return h(
    'button',
    { type: 'button', class: 'link-event', 'aria-pressed': 'false', data: { event: id }, onclick: () => select({ kind: 'event', id }) },
    h('span', { class: `glyph glyph-${event.family}`, 'aria-hidden': 'true' }),
    eventType(event.type),
    ' ',
    h('span', { class: 'aside' }, aside),
  );
}

/** @param {Model} model @param {number} width @param {Select} select */
function chart(model, width, select) {
  const { panels, rows, undated } = layout(model, width);
  const floor = HEAD + Math.max(rows, 1) * ROW + 4;
  const dated = panels.length ? floor + AXIS : 0;
  const lane = undated.length ? undatedLane(model, undated, width, dated, select) : null;
  const height = dated + (lane ? ROW + 14 : 0);
  return svg(
    'svg',
    { class: 'axis', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' },
    hatch(),
    ...panels.map((panel) => drawPanel(model, panel, floor, select)),
    panels.length > 1 && breakMark(panels[1].x - BREAK / 2, floor),
    lane,
  );
}

/** Stripes for stretches of days: the event lies somewhere in them. */
const hatch = () =>
  svg('defs', {}, svg('pattern', { id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, svg('rect', { class: 'hatch-line', width: 2, height: 6 })));

/** Two strokes: the scales on either side are not the same. @param {number} x @param {number} y */
const breakMark = (x, y) => svg('path', { class: 'break', d: `M${x - 5} ${y + 5}l4 -10M${x + 1} ${y + 5}l4 -10` });

/** @param {Model} model @param {Panel} panel @param {number} floor @param {Select} select */
function drawPanel(model, panel, floor, select) {
  const { name, x, width, placed, hidden, ticks } = panel;
  return svg(
    'g',
    { class: name === 'Background' ? 'panel background' : 'panel' },
    name && svg('text', { class: 'panel-name', x: x + 1, y: 11 }, name),
    svg('line', { class: 'axis-line', x1: x, x2: x + width, y1: floor, y2: floor }),
    ...ticks.map((tick) => svg('g', { class: 'tick' }, svg('line', { x1: tick.line, x2: tick.line, y1: HEAD, y2: floor + 4 }), svg('text', { x: tick.x, y: floor + 17, 'text-anchor': anchor(tick.x, panel) }, tick.label))),
    ...hidden.map(({ x: left, count }) => svg('text', { class: 'hidden-count', x: left, y: HEAD + 2, onclick: openList }, `+${count}`, svg('title', {}, `${count} more, shown in the list`))),
    ...placed.map((mark) => drawMark(model, mark, floor, select)),
  );
}

/** Labels at the edges stay inside. @param {number} x @param {Panel} panel */
const anchor = (x, panel) => (x - panel.x < 34 ? 'start' : panel.x + panel.width - x < 34 ? 'end' : 'middle');

/** @param {Model} model @param {Placed} mark @param {number} floor @param {Select} select */
function drawMark(model, mark, floor, select) {
  const { event, item, x, width, row, label, exact, before, after } = mark;
  const y = floor - (row + 1) * ROW + (ROW - GLYPH) / 2;
  const outline = barOutline(x, y - 2, width, GLYPH + 4, before, after);
  const bar = exact ? [] : [svg('path', { class: 'bar', d: outline }), svg('path', { class: 'bar-hatch', d: outline })];
  return svg(
    'g',
    markProperties(event, select),
    svg('title', {}, `${eventType(event.type)}: ${days(item.from, item.to, item.precision)}. ${gist(model, event)}`),
    ...bar,
    glyph(event, exact ? x : x + (before ? 10 : 4), y),
    label && svg('text', { class: 'mark-label', x: x + GLYPH + (exact ? 4 : before ? 14 : 8), y: y + GLYPH - 2 }, label),
  );
}

/** A bar, pointed where it goes on beyond what is drawn or told. @param {number} x @param {number} y @param {number} width @param {number} height @param {boolean} before @param {boolean} after */
function barOutline(x, y, width, height, before, after) {
  const tip = Math.min(7, width / 2);
  const left = before ? `M${x + tip} ${y + height}L${x} ${y + height / 2}L${x + tip} ${y}` : `M${x} ${y + height}V${y}`;
  const right = after ? `H${x + width - tip}L${x + width} ${y + height / 2}L${x + width - tip} ${y + height}` : `H${x + width}V${y + height}`;
  return `${left}${right}Z`;
}

/** @param {Event} event @param {Select} select */
const markProperties = (event, select) => ({
  class: `mark family-${event.family} is-${event.modality}`,
  data: { event: event.id },
  onclick: () => select({ kind: 'event', id: event.id }),
});

/** @param {Event} event @param {number} x @param {number} y */
const glyph = (event, x, y) => svg('path', { class: 'glyph-shape', d: SHAPE[event.family], transform: `translate(${x} ${y})` });

/** @param {Model} model @param {Event[]} events @param {number} width @param {number} top @param {Select} select */
function undatedLane(model, events, width, top, select) {
  const start = 70;
  const room = Math.max(1, Math.floor((width - start - 40) / (GLYPH + 8)));
  const y = top + 12;
  const left = events.length - room;
  return svg(
    'g',
    { class: 'undated' },
    svg('line', { class: 'lane-line', x1: 0, x2: width, y1: top + 2, y2: top + 2 }),
    svg('text', { class: 'panel-name', x: 1, y: y + GLYPH - 2 }, 'Undated'),
    ...events.slice(0, room).map((event, i) =>
      svg('g', markProperties(event, select), svg('title', {}, `${eventType(event.type)}: no date told. ${gist(model, event)}`), svg('rect', { class: 'touch', x: start + i * (GLYPH + 8) - 4, y: y - 4, width: GLYPH + 8, height: GLYPH + 8 }), glyph(event, start + i * (GLYPH + 8), y)),
    ),
    left > 0 && svg('text', { class: 'hidden-count', x: start + room * (GLYPH + 8), y: y + GLYPH - 2, onclick: openList }, `+${left}`, svg('title', {}, `${left} more, shown in the list`)),
  );
}
