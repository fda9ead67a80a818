// The events as cards: what, who, whom, where, when, toll, source. What the text does not tell is said to be untold.

/** @import { Event, Model, Selection } from '../types.d.ts' */

import { h } from '../lib/dom.js';
import { claimsOf, cueOf } from './claims.js';
import { createList } from './list.js';
import { tollsOf } from './tolls.js';
import { MODALITY, days, eventType, nameOf, relation } from './words.js';

/** Families in which a toll is a question at all. */
const TOLLED = new Set(['violence', 'civil']);

/** @typedef {(selection: Selection) => void} Select */
/** Makes the button of a field: its name in the evidence, what it says, how it looks. @typedef {(name: string, value: string, look?: string) => HTMLElement} FieldMaker */

/**
 * @param {HTMLElement} container
 * @param {Select} select
 */
export function createEvents(container, select) {
  const list = createList(container, { first: 40, more: 'events' });

  /** @param {Model | null} model */
  function show(model) {
    const events = model?.analysis.events ?? [];
    list.show(events.map((event) => ({ key: event.id, draw: () => card(/** @type {Model} */ (model), event, select) })));
  }

  /** @param {Selection | null} selection @param {boolean} reveal @param {Set<string>} related events that have to do with what is selected */
  function mark(selection, reveal, related) {
    const id = selection?.kind === 'event' ? selection.id : null;
    list.mark(id, reveal);
    for (const item of container.querySelectorAll('li[data-key]')) item.classList.toggle('related', related.has(item.getAttribute('data-key') ?? ''));
    for (const button of container.querySelectorAll('button[data-field]')) {
      const here = selection?.kind === 'event' && button.closest('[data-key]')?.getAttribute('data-key') === id && button.getAttribute('data-field') === selection.field;
      button.setAttribute('aria-pressed', String(here));
    }
  }

  return { show, mark };
}

/** @param {Model} model @param {Event} event @param {Select} select */
function card(model, event, select) {
  const { id, type, family, modality, score } = event;
  const title = h('button', { class: 'card-title', type: 'button', onclick: () => select({ kind: 'event', id }) }, h('span', { class: `glyph glyph-${family}`, 'aria-hidden': 'true' }), eventType(type));
  return h(
    'article',
    { class: `card family-${family} is-${modality}` },
    h(
      'header',
      {},
      h('h3', {}, title),
      modality === 'happened' ? null : field(select, id, 'modality', MODALITY[modality], `badge badge-${modality}`),
      h('span', { class: 'score', title: 'How sure the reading is, from 0 to 1' }, h('span', { class: 'visually-hidden' }, 'score '), score.toFixed(2)),
    ),
    h('dl', {}, ...rows(model, event, select)),
    claimsOf(model, event, fieldOf(select, id)),
  );
}

/** Makes buttons of one event. @param {Select} select @param {string} id @returns {FieldMaker} */
const fieldOf = (select, id) => (name, value, look) => field(select, id, name, value, look);

/** A value that shows its words in the text. @param {Select} select @param {string} id @param {string} name @param {string} value @param {string} [look] */
const field = (select, id, name, value, look = 'value') =>
  h('button', { type: 'button', class: look, 'aria-pressed': 'false', data: { field: name }, onclick: () => select({ kind: 'event', id, field: name }) }, value);

/** @param {Model} model @param {Event} event @param {Select} select */
function rows(model, event, select) {
  const named = (/** @type {'agent' | 'target' | 'place' | 'instrument' | 'source'} */ part) =>
    event[part].map((id) => field(select, event.id, `${part}:${id}`, `${part === 'place' ? relation(event, id) : ''}${nameOf(model, id)}`));
  const { time } = event;
  const when = time ? [field(select, event.id, 'time', days(time.from, time.to, time.precision)), time.basis === 'inferred' ? h('span', { class: 'aside' }, ' from context') : null] : [];
  const tolls = tollsOf(model, event, fieldOf(select, event.id));
  return [
    ...row('Who', named('agent')),
    ...row('To whom', named('target')),
    ...row('Where', named('place')),
    ...row('When', when),
    ...(event.instrument.length ? row('Means', named('instrument')) : []),
    ...(tolls.length || TOLLED.has(event.family) ? row('Toll', tolls, 'stacked') : []),
    ...(event.source.length ? row('Source', [...named('source'), cueOf(model, event, fieldOf(select, event.id))]) : row('Source', [h('span', { class: 'own' }, event.claims.length ? 'unnamed' : 'the article itself')])),
  ];
}

/** @param {string} name @param {(Node | null)[]} values @param {string} [look] */
const row = (name, values, look) => [h('dt', {}, name), h('dd', { class: look }, ...(values.length ? values : [h('span', { class: 'untold' }, 'not told')]))];
