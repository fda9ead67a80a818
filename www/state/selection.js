// What belongs to the thing that is selected: which words, in which role.

/** @import { Event, Hit, Model, Role, Selection, TextSpan } from '../types.d.ts' */

/** @type {Record<string, Role>} */
const ROLE_OF_FIELD = { type: 'what', agent: 'who', target: 'whom', place: 'where', instrument: 'means', source: 'source', time: 'when', modality: 'why', casualties: 'toll' };

/** @param {string} field "agent:e3", "casualties.0", "time" */
export const roleOf = (field) => ROLE_OF_FIELD[field.split(/[:.]/, 1)[0]] ?? 'why';

/**
 * @param {Model} model
 * @param {Selection | null} selection
 * @returns {Hit[]}
 */
export function hitsOf(model, selection) {
  if (!selection) return [];
  if (selection.kind === 'event') {
    const event = model.events.get(selection.id);
    return event ? distinct(selection.field ? ofField(event, selection.field) : ofEvent(event)) : [];
  }
  if (selection.kind === 'entity') return as('mention', model.entities.get(selection.id)?.mentions ?? []);
  const time = model.times.get(selection.id);
  return time ? as('when', [time]) : [];
}

/** @param {Role} role @param {TextSpan[]} spans @returns {Hit[]} */
const as = (role, spans) => spans.map(({ start, end }) => ({ start, end, role }));

/** @param {Event} event */
function ofEvent(event) {
  const told = event.evidence.filter(({ field }) => field !== 'modality' || event.modality !== 'happened');
  return [...as('what', event.triggers), ...told.flatMap(({ field, spans }) => as(roleOf(field), spans))];
}

/** @param {Event} event @param {string} field "claim.1" for what a source says, else a field of the evidence */
function ofField(event, field) {
  const claim = field.startsWith('claim.') ? event.claims[Number(field.slice('claim.'.length))] : undefined;
  if (claim) return [...as('said', [claim.content]), ...as('source', claim.cue ? [claim.cue] : []), ...as('what', event.triggers)];
  return event.evidence.filter((e) => e.field === field).flatMap(({ spans }) => as(roleOf(field), spans));
}

/** Each stretch once in a role; the words of the event itself say nothing more as words of its status. @param {Hit[]} hits */
function distinct(hits) {
  const seen = new Map(hits.map((hit) => [`${hit.start}-${hit.end}-${hit.role}`, hit]));
  for (const { start, end, role } of hits) if (role === 'what') seen.delete(`${start}-${end}-why`);
  return [...seen.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Whether two selections are of the same thing, fields apart.
 * @param {Selection | null} a
 * @param {Selection | null} b
 */
export const sameThing = (a, b) => a?.kind === b?.kind && a?.id === b?.id;

/**
 * The events that an entity takes part in or a time expression dates.
 * @param {Model} model
 * @param {Selection | null} selection
 * @returns {Set<string>}
 */
export function relatedTo(model, selection) {
  if (selection?.kind === 'entity') return new Set(model.eventsOf.get(selection.id)?.map(({ event }) => event.id));
  if (selection?.kind === 'time') return new Set(model.eventsAt.get(selection.id)?.map(({ id }) => id));
  return new Set();
}

/**
 * The next of the things that share a mark: clicking again goes on to the next one.
 * @param {string[]} ids
 * @param {string | undefined} current
 */
export function nextOf(ids, current) {
  const at = current === undefined ? -1 : ids.indexOf(current);
  return ids[(at + 1) % ids.length];
}
