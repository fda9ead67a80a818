// What is selected, and why the page says so: the words behind every field, and the rule that read them.

/** @import { Entity, Event, Model, Selection, TextSpan, Time } from '../types.d.ts' */

import { h } from '../lib/dom.js';
import { aliases } from '../state/model.js';
import { roleOf } from '../state/selection.js';
import { capped } from './list.js';
import { MODALITY, ROLE, TAKES_PART, count, days, entityType, eventType, gist, nameOf, plain, quote } from './words.js';

/** @typedef {{ select: (selection: Selection) => void, reveal: (span: TextSpan) => void, close: () => void, grammar: (at: number) => void }} Actions */

/**
 * @param {HTMLElement} container
 * @param {Actions} actions
 */
export function createInspector(container, actions) {
  /** @param {Model | null} model @param {Selection | null} selection */
  function show(model, selection) {
    const content = model && selection ? contentOf(model, selection, actions) : null;
    container.hidden = !content;
    const close = h('button', { type: 'button', class: 'close', 'aria-label': 'Close details', onclick: actions.close }, '×');
    container.replaceChildren(...(content ? [h('header', {}, content[0], close), ...content.slice(1)] : []));
    container.scrollTop = 0;
  }
  return { show };
}

/** @param {Model} model @param {Selection} selection @param {Actions} actions */
function contentOf(model, selection, actions) {
  const event = selection.kind === 'event' && model.events.get(selection.id);
  if (event) return aboutEvent(model, event, selection.field, actions);
  const entity = selection.kind === 'entity' && model.entities.get(selection.id);
  if (entity) return aboutEntity(model, entity, actions);
  const time = selection.kind === 'time' && model.times.get(selection.id);
  return time ? aboutTime(model, time, actions) : null;
}

/** The way to the grammar of the sentence of some words. @param {TextSpan | undefined} span @param {Actions} actions */
const grammarOf = (span, actions) => (span ? h('button', { type: 'button', class: 'plain to-grammar', onclick: () => actions.grammar(span.start) }, 'Grammar of the sentence') : null);

/** @param {string} title @param {string} kind */
const heading = (title, kind) => h('h2', { id: 'inspector-title' }, h('span', { dir: 'auto' }, title), ' ', h('span', { class: 'aside' }, kind));

/** The words in their sentence, as a button that leads to them. @param {Model} model @param {TextSpan} span @param {Actions} actions */
function words(model, span, actions) {
  const { before, words: told, after } = quote(model.text, span);
  return h('button', { type: 'button', class: 'quote', dir: 'auto', onclick: () => actions.reveal(span) }, before, h('b', {}, told), after);
}

/** @param {Model} model @param {string} field */
function fieldName(model, field) {
  const [part, id] = field.split(':');
  const name = part === 'type' ? 'what' : ROLE[roleOf(field)];
  return id ? `${name}: ${nameOf(model, id)}` : name;
}

/** @param {Model} model @param {Event} event @param {string | undefined} field @param {Actions} actions */
function aboutEvent(model, event, field, actions) {
  const claim = field?.startsWith('claim.') ? event.claims[Number(field.slice(6))] : undefined;
  const shown = field && !claim ? event.evidence.filter((e) => e.field === field) : event.evidence.filter((e) => e.field !== 'modality' || event.modality !== 'happened');
  const codes = Object.entries(event.codes).map(([book, code]) => `${book.toUpperCase()}: ${code}`);
  const evidence = shown.map((e) =>
    h(
      'li',
      {},
      h('p', { class: 'evidence-field' }, h('strong', {}, fieldName(model, e.field)), h('code', { title: 'The rule that read it' }, e.rule)),
      ...e.spans.map((span) => words(model, span, actions)),
    ),
  );
  return [
    heading(eventType(event.type), [MODALITY[event.modality], gist(model, event)].filter(Boolean).join(' · ')),
    claim ? h('div', {}, words(model, claim.content, actions)) : h('ul', { class: 'evidence' }, ...evidence),
    field ? h('button', { type: 'button', class: 'plain', onclick: () => actions.select({ kind: 'event', id: event.id }) }, 'All words of this event') : null,
    codes.length > 0 && !field ? h('p', { class: 'aside' }, codes.join(' · ')) : null,
    grammarOf(claim?.content ?? shown.flatMap(({ spans }) => spans)[0] ?? event.triggers[0], actions),
  ].filter((e) => e !== null);
}

/** @param {Model} model @param {Event} event @param {string} note @param {Actions} actions */
const eventLink = (model, event, note, actions) =>
  h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: 'link-event', onclick: () => actions.select({ kind: 'event', id: event.id }) },
      h('span', { class: `glyph glyph-${event.family}`, 'aria-hidden': 'true' }),
      eventType(event.type),
      ' ',
      h('span', { class: 'aside' }, [note, gist(model, event)].filter(Boolean).join(' · ')),
    ),
  );

/** @param {Model} model @param {Entity} entity @param {Actions} actions */
function aboutEntity(model, entity, actions) {
  const { coordinates, within, country, admin1, role } = entity;
  const others = aliases(model.text, entity);
  const facts = [
    role,
    others.length ? `also: ${others.join(', ')}` : '',
    within ? `in ${nameOf(model, within)}` : '',
    admin1,
    country && `country ${country}`,
    coordinates && `${coordinates.lat.toFixed(2)}, ${coordinates.lon.toFixed(2)} (${coordinates.gazetteerId?.split(':')[0] ?? 'gazetteer'}, sure ${coordinates.score.toFixed(2)})`,
    entity.precision && `told as ${plain(entity.precision).toLowerCase()}`,
  ].filter(Boolean);
  const events = model.eventsOf.get(entity.id) ?? [];
  return [
    heading(entity.name, `${entityType(entity.type)} · ${count(entity.mentions.length, 'mention')}`),
    facts.length ? h('p', { class: 'aside', dir: 'auto' }, facts.join(' · ')) : null,
    events.length ? h('h3', {}, count(events.length, 'event')) : null,
    events.length ? capped(events, ({ event, role: part }) => eventLink(model, event, TAKES_PART[part] ?? '', actions)) : null,
    h('h3', {}, 'In the text'),
    capped(entity.mentions, (span) => h('li', {}, words(model, span, actions))),
    grammarOf(entity.mentions[0], actions),
  ].filter((e) => e !== null);
}

/** @param {Model} model @param {Time} time @param {Actions} actions */
function aboutTime(model, time, actions) {
  const events = model.eventsAt.get(time.id) ?? [];
  return [
    heading(model.text.slice(time.start, time.end), days(time.from, time.to)),
    h('p', { class: 'aside' }, `TIMEX3 ${time.type} ${time.value}`),
    words(model, time, actions),
    events.length ? h('h3', {}, `Dates ${count(events.length, 'event')}`) : h('p', { class: 'aside' }, 'No event is dated by it.'),
    events.length ? capped(events, (event) => eventLink(model, event, '', actions)) : null,
    grammarOf(time, actions),
  ].filter((e) => e !== null);
}
