// The events as cards: what, who, whom, where, when, toll, source. What the text does not tell is said to be untold.

/** @import { Casualty, Claim, Event, Model, Selection } from '../types.d.ts' */

import { h } from '../lib/dom.js';
import { createList } from './list.js';
import { MODALITY, STANCE, among, days, eventType, figure, nameOf, plain, quote, relation } from './words.js';

/** Families in which a toll is a question at all. */
const TOLLED = new Set(['violence', 'civil']);

/** @typedef {(selection: Selection) => void} Select */

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

  /** @param {Selection | null} selection @param {boolean} reveal */
  function mark(selection, reveal) {
    const id = selection?.kind === 'event' ? selection.id : null;
    list.mark(id, reveal);
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
    claimsOf(model, event, select),
  );
}

/** A value that shows its words in the text. @param {Select} select @param {string} id @param {string} name @param {string} value @param {string} [look] */
const field = (select, id, name, value, look = 'value') =>
  h('button', { type: 'button', class: look, 'aria-pressed': 'false', data: { field: name }, onclick: () => select({ kind: 'event', id, field: name }) }, value);

/** @param {Model} model @param {Event} event @param {Select} select */
function rows(model, event, select) {
  const named = (/** @type {'agent' | 'target' | 'place' | 'instrument' | 'source'} */ part) =>
    event[part].map((id) => field(select, event.id, `${part}:${id}`, `${part === 'place' ? relation(event, id) : ''}${nameOf(model, id)}`));
  const { time, casualties } = event;
  const when = time ? [field(select, event.id, 'time', days(time.from, time.to, time.precision)), time.basis === 'inferred' ? h('span', { class: 'aside' }, ' from context') : null] : [];
  const tolls = casualties.map((toll, i) => tollOf(model, event, toll, i, select));
  return [
    ...row('Who', named('agent')),
    ...row('To whom', named('target')),
    ...row('Where', named('place')),
    ...row('When', when),
    ...(event.instrument.length ? row('Means', named('instrument')) : []),
    ...(tolls.length || TOLLED.has(event.family) ? row('Toll', tolls, 'stacked') : []),
    ...(event.source.length ? row('Source', named('source')) : row('Source', [h('span', { class: 'own' }, event.claims.length ? 'unnamed' : 'the article itself')])),
  ];
}

/** @param {string} name @param {(Node | null)[]} values @param {string} [look] */
const row = (name, values, look) => [h('dt', {}, name), h('dd', { class: look }, ...(values.length ? values : [h('span', { class: 'untold' }, 'not told')]))];

/** @param {Model} model @param {Event} event @param {Casualty} toll @param {number} index @param {Select} select */
function tollOf(model, event, toll, index, select) {
  const who = toll.who ? ` (${nameOf(model, toll.who)})` : '';
  const extra = [among(toll), toll.source ? `according to ${nameOf(model, toll.source)}` : ''].filter(Boolean).join('; ');
  return h('span', { class: 'toll' }, field(select, event.id, `casualties.${index}`, `${figure(toll)} ${toll.kind}${who}`), extra && ' ', extra && h('span', { class: 'aside' }, extra));
}

/** Claims stand side by side where there is more than one voice, or a voice that does not simply say so. @param {Model} model @param {Event} event @param {Select} select */
function claimsOf(model, event, select) {
  const worth = event.claims.length > 1 || event.claims.some(({ stance }) => stance !== 'asserts');
  if (!worth) return null;
  return h('section', { class: 'claims', 'aria-label': 'Who says what' }, ...event.claims.map((claim, i) => claimOf(model, event, claim, i, select)));
}

/** @param {Model} model @param {Event} event @param {Claim} claim @param {number} index @param {Select} select */
function claimOf(model, event, claim, index, select) {
  const figures = (claim.casualties ?? []).flatMap((i) => event.casualties[i] ?? []).map((toll) => `${figure(toll)} ${toll.kind}`);
  const agents = (claim.agent ?? []).map((id) => nameOf(model, id));
  const { words } = quote(model.text, claim.content);
  return h(
    'div',
    { class: `claim stance-${claim.stance}` },
    h('p', { class: 'claim-source' }, h('strong', {}, claim.source ? nameOf(model, claim.source) : 'Someone unnamed'), ` ${STANCE[claim.stance] ?? plain(claim.stance)}`),
    claim.modality !== event.modality && h('p', { class: 'aside' }, MODALITY[claim.modality]),
    agents.length > 0 && h('p', {}, `by ${agents.join(', ')}`),
    figures.length > 0 && h('p', {}, figures.join(', ')),
    field(select, event.id, `claim.${index}`, `“${words.length > 140 ? `${words.slice(0, 140)}…` : words}”`, 'value said'),
  );
}
