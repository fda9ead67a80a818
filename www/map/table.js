// The same as the map in a table: places, how finely each is told, the events there; and the places that the map cannot show.

/** @import { Event, Selection } from '../types.d.ts' */
/** @import { Lost, Site } from './sites.js' */

import { h } from '../lib/dom.js';
import { MODALITY, count, eventType } from '../view/words.js';
import { toldAs } from './draw.js';

/** Rows at first, and events in a row: the details of a place list them all. */
const ROWS = 40;
const EVENTS = 4;

/** @typedef {(selection: Selection) => void} Select */

/**
 * @param {{ sites: Site[], lost: Lost[], placeless: number }} found
 * @param {Select} select
 */
export function tableOf({ sites, lost, placeless }, select) {
  const rows = [
    ...sites.map((site) => () => row(site.entity, site.visits.map(({ event }) => event), toldAs(site), where(site), select)),
    ...lost.map(({ entity, events }) => () => row(entity, events, 'not on the map', 'no coordinates known', select)),
  ];
  const body = h('tbody');
  const more = h('button', { type: 'button', class: 'more' });
  const draw = () => {
    body.append(...rows.splice(0, ROWS).map((make) => make()));
    more.hidden = rows.length === 0;
    more.textContent = `Show more places (${rows.length} left)`;
  };
  more.addEventListener('click', draw);
  draw();
  return h(
    'div',
    { class: 'map-table' },
    h(
      'table',
      {},
      h('caption', { class: 'visually-hidden' }, 'Places of the events'),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Place'), h('th', { scope: 'col' }, 'Told as'), h('th', { scope: 'col' }, 'Events'))),
      body,
    ),
    more,
    placeless > 0 && h('p', { class: 'aside' }, `${count(placeless, 'event')} without a place: none is told, or it was not found.`),
  );
}

/** @param {Site} site */
const where = ({ lat, lon, entity }) => [`${lat.toFixed(2)}, ${lon.toFixed(2)}`, entity.country].filter(Boolean).join(' · ');

/** @param {Site['entity']} entity @param {Event[]} events @param {string} told @param {string} aside @param {Select} select */
function row(entity, events, told, aside, select) {
  const name = h('button', { type: 'button', class: 'value', dir: 'auto', 'aria-pressed': 'false', data: { place: entity.id }, onclick: () => select({ kind: 'entity', id: entity.id }) }, entity.name);
  const left = events.length - EVENTS;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, name, h('span', { class: 'aside' }, aside)),
    h('td', {}, told),
    h('td', {}, ...events.slice(0, EVENTS).map((event) => eventButton(event, select)), left > 0 && h('span', { class: 'aside' }, `and ${left} more`)),
  );
}

/** @param {Event} event @param {Select} select */
function eventButton({ id, type, family, modality }, select) {
  const aside = modality === 'happened' ? null : h('span', { class: 'aside' }, MODALITY[modality].toLowerCase());
  return h(
    'button',
    { type: 'button', class: 'link-event', 'aria-pressed': 'false', data: { event: id }, onclick: () => select({ kind: 'event', id }) },
    h('span', { class: 'together' }, h('span', { class: `glyph glyph-${family}`, 'aria-hidden': 'true' }), eventType(type)),
    aside && ' ',
    aside,
  );
}
