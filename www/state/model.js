// Puts what the views look up beside the analysis: things by id, who takes part in what, the marks of the article.

/** @import { Analysis, Entity, Event, Mark, Model, Role } from '../types.d.ts' */

/** Fields of an event that name entities, and what the entities are in it. */
export const PARTS = /** @type {const} */ ([
  ['agent', 'who'],
  ['target', 'whom'],
  ['place', 'where'],
  ['instrument', 'means'],
  ['source', 'source'],
]);

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @returns {Model}
 */
export function buildModel(text, analysis) {
  return {
    text,
    analysis,
    entities: byId(analysis.entities),
    events: byId(analysis.events),
    times: byId(analysis.times),
    marks: marksOf(analysis),
    eventsOf: participation(analysis.events),
    eventsAt: dating(analysis.events),
  };
}

/**
 * @template {{ id: string }} T
 * @param {T[]} things
 */
const byId = (things) => new Map(things.map((thing) => [thing.id, thing]));

/**
 * @template K, V
 * @param {Map<K, V[]>} map
 * @param {K} key
 * @param {V} value
 */
function push(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** @param {Event[]} events */
function participation(events) {
  /** @type {Map<string, { event: Event, role: Role }[]>} */
  const found = new Map();
  for (const event of events) {
    for (const [field, role] of PARTS) for (const id of event[field]) push(found, id, { event, role });
    for (const { who } of event.casualties) if (who && !event.target.includes(who)) push(found, who, { event, role: 'toll' });
  }
  return found;
}

/** @param {Event[]} events */
function dating(events) {
  /** @type {Map<string, Event[]>} */
  const found = new Map();
  for (const event of events) if (event.time?.expression) push(found, event.time.expression, event);
  return found;
}

/** @param {{ start: number, end: number }} a @param {{ start: number, end: number }} b */
export const inTextOrder = (a, b) => a.start - b.start || b.end - a.end;

/**
 * @param {Analysis} analysis
 * @returns {Mark[]}
 */
function marksOf({ entities, events, times, document }) {
  /** @type {Mark[]} */
  const marks = document.boilerplate.map(({ start, end }) => ({ start, end, kind: 'furniture', ids: [], type: 'furniture' }));
  for (const { id, type, mentions } of entities) for (const { start, end } of mentions) marks.push({ start, end, kind: 'entity', ids: [id], type });
  for (const { id, type, start, end } of times) marks.push({ start, end, kind: 'time', ids: [id], type });
  marks.push(...triggers(events));
  return marks.sort(inTextOrder);
}

/** One mark for each stretch: several events may share a trigger. @param {Event[]} events */
function triggers(events) {
  /** @type {Map<string, Mark>} */
  const found = new Map();
  for (const { id, type, triggers: spans } of events) {
    for (const { start, end } of spans) {
      const known = found.get(`${start}-${end}`);
      if (known) known.ids.push(id);
      else found.set(`${start}-${end}`, { start, end, kind: 'trigger', ids: [id], type });
    }
  }
  return found.values();
}

/**
 * The forms of a name in the text other than its canonical one, most frequent first.
 * @param {string} text
 * @param {Entity} entity
 */
export function aliases(text, entity) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { start, end, kind } of entity.mentions) {
    if (kind === 'pronoun') continue;
    const form = text.slice(start, end).replace(/\s+/g, ' ');
    if (form.toLowerCase() !== entity.name.toLowerCase()) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([form]) => form);
}
