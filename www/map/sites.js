// Where on the map the events lie, and how finely that is told. What has no coordinates is kept apart, never guessed.

/** @import { Entity, Event, Family, Model, Where } from '../types.d.ts' */

/** An event at a place; `via` is the place that the text names, which the place on the map may only hold. @typedef {{ event: Event, via: Entity, relation: Where['relation'] }} Visit */

/**
 * @typedef {object} Site
 * @property {string} id the entity's
 * @property {Entity} entity
 * @property {number} lat
 * @property {number} lon
 * @property {'point' | 'circle' | 'country'} shape
 * @property {number} radius of the circle, in kilometres
 * @property {boolean} around some event is near it or in a part of it only
 * @property {Visit[]} visits
 * @property {Family | 'mixed'} family
 * @property {boolean} happened some event there is told as fact
 */

/** @typedef {{ entity: Entity, events: Event[] }} Lost a place that the map cannot show */

/** How wide a circle is drawn, in kilometres: a sign of how coarsely the place is told, no border. @type {Record<string, number>} */
const RADIUS = { district: 12, province: 55, region: 90 };
/** "Near" a point. */
export const NEAR = 20;
/** A place inside a place inside a place: no text goes deeper, and a circle of places must end. */
const DEEPEST = 4;

/** @param {Model} model */
export function sitesOf(model) {
  /** @type {Map<string, Site>} */
  const sites = new Map();
  /** @type {Map<string, Lost>} */
  const lost = new Map();
  let placeless = 0;
  for (const event of model.analysis.events) {
    if (!event.place.length) placeless += 1;
    for (const id of event.place) {
      const via = model.entities.get(id);
      if (!via) continue;
      const holder = holderOf(model, via);
      if (holder) visit(sites, holder, { event, via, relation: relationOf(event, via, holder) });
      else if (!lost.get(id)?.events.push(event)) lost.set(id, { entity: via, events: [event] });
    }
  }
  const found = [...sites.values()].map(finished).sort((a, b) => b.visits.length - a.visits.length || a.entity.name.localeCompare(b.entity.name));
  return { sites: found, lost: [...lost.values()], placeless };
}

/** The place itself, or the nearest one around it that has coordinates. @param {Model} model @param {Entity} place */
function holderOf(model, place) {
  /** @type {Entity | undefined} */
  let at = place;
  for (let depth = 0; at && depth < DEEPEST; depth += 1) {
    if (at.coordinates) return at;
    at = at.within ? model.entities.get(at.within) : undefined;
  }
  return null;
}

/** @param {Event} event @param {Entity} via @param {Entity} holder @returns {Where['relation']} */
const relationOf = (event, via, holder) => (via === holder ? (event.where?.find(({ place }) => place === via.id)?.relation ?? 'in') : 'part');

/** @param {Map<string, Site>} sites @param {Entity} entity @param {Visit} made */
function visit(sites, entity, made) {
  const known = sites.get(entity.id);
  if (known) return known.visits.push(made);
  const { lat, lon } = /** @type {NonNullable<Entity['coordinates']>} */ (entity.coordinates);
  const radius = RADIUS[entity.precision ?? ''] ?? 0;
  const shape = entity.precision === 'country' ? 'country' : radius ? 'circle' : 'point';
  return sites.set(entity.id, { id: entity.id, entity, lat, lon, shape, radius, around: false, visits: [made], family: 'mixed', happened: false });
}

/** @param {Site} site @returns {Site} */
function finished(site) {
  const families = new Set(site.visits.map(({ event }) => event.family));
  const [first] = families;
  return {
    ...site,
    family: families.size === 1 ? first : 'mixed',
    around: site.shape === 'point' && site.visits.some(({ relation }) => relation !== 'in'),
    happened: site.visits.some(({ event }) => event.modality === 'happened'),
  };
}

/**
 * The sites that a map shows at first: where things happened, not where they were talked about; countries only if nothing finer is told.
 * @param {Site[]} sites
 */
export function coreOf(sites) {
  const fine = sites.filter(({ shape }) => shape !== 'country');
  const done = fine.filter(({ visits }) => visits.some(({ event }) => event.family !== 'diplomacy' && event.modality === 'happened'));
  return done.length ? done : fine.length ? fine : sites;
}

/**
 * Sites that would lie on one another are drawn as one mark.
 * @template {{ x: number, y: number }} T
 * @param {T[]} marks most important first
 * @param {number} apart pixels
 * @returns {T[][]}
 */
export function clusters(marks, apart) {
  /** @type {T[][]} */
  const made = [];
  for (const mark of marks) {
    const near = made.find(([{ x, y }]) => Math.hypot(x - mark.x, y - mark.y) < apart);
    if (near) near.push(mark);
    else made.push([mark]);
  }
  return made;
}

/**
 * The next mark in the direction of an arrow key: near, and not far to the side.
 * @template {{ x: number, y: number }} T
 * @param {T[]} marks
 * @param {T} from
 * @param {number} dx -1, 0, 1
 * @param {number} dy
 * @returns {T | null}
 */
export function towards(marks, from, dx, dy) {
  let best = null;
  let least = Infinity;
  for (const mark of marks) {
    const [x, y] = [mark.x - from.x, mark.y - from.y];
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy) + Math.abs(y * dx);
    if (mark === from || along <= 0) continue;
    const cost = along + 2.5 * across;
    if (cost < least) [best, least] = [mark, cost];
  }
  return best;
}
