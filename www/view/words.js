// How the page says things: names of types, counts, dates, figures.

/** @import { Casualty, Entity, EntityType, Event, EventType, Modality, Model, Role, Stance, TextSpan, TimePrecision } from '../types.d.ts' */

/** Type, heading of its group, label in the article. @type {Record<EntityType, [string, string, string]>} */
const ENTITY = {
  person: ['Person', 'People', 'person'],
  armed_group: ['Armed group', 'Armed groups', 'group'],
  state_force: ['State force', 'State forces', 'force'],
  government: ['Government', 'Governments', 'gov'],
  organization: ['Organization', 'Organizations', 'org'],
  media: ['Media', 'Media', 'media'],
  place: ['Place', 'Places', 'place'],
  facility: ['Facility', 'Facilities', 'site'],
  population: ['Population', 'Populations', 'people'],
  weapon: ['Weapon', 'Weapons', 'weapon'],
  operation: ['Operation', 'Operations, wars, treaties', 'operation'],
  other: ['Other', 'Others', 'other'],
};

export const ENTITY_TYPES = /** @type {EntityType[]} */ (Object.keys(ENTITY));
/** @param {EntityType} type */
export const entityType = (type) => ENTITY[type]?.[0] ?? plain(type);
/** @param {EntityType} type */
export const entityGroup = (type) => ENTITY[type]?.[1] ?? plain(type);

/** @param {string} term "suicide_bombing" → "Suicide bombing" */
export const plain = (term) => term.charAt(0).toUpperCase() + term.slice(1).replaceAll('_', ' ');

/** @param {EventType | string} type */
export const eventType = (type) => plain(type);

/** The label beside a mark. @param {{ kind: string, type: string }} mark */
export const markLabel = ({ kind, type }) => (kind === 'time' ? 'time' : kind === 'entity' ? (ENTITY[/** @type {EntityType} */ (type)]?.[2] ?? type) : type.replaceAll('_', ' '));

/** @type {Record<Role, string>} */
export const ROLE = { what: 'what', who: 'who', whom: 'whom', where: 'where', when: 'when', means: 'means', toll: 'toll', source: 'source', said: 'said', why: 'status', mention: 'mention' };

/** Role of an entity in an event, in words. @type {Partial<Record<Role, string>>} */
export const TAKES_PART = { who: 'did it', whom: 'underwent it', where: 'place', means: 'means', source: 'source', toll: 'victims' };

/** @type {Record<Modality, string>} */
export const MODALITY = { happened: 'Told as fact', planned: 'Planned', hypothetical: 'Hypothetical', negated: 'Denied' };

/** @type {Record<Stance, string>} */
export const STANCE = { asserts: 'says so', denies: 'denies', claims_responsibility: 'claims responsibility', doubts: 'doubts' };

/** @param {number} n @param {string} one @param {string} [many] */
export const count = (n, one, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const LONG_DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** @param {string} day `YYYY-MM-DD` */
const date = (day) => new Date(`${day}T00:00:00Z`);
/** @param {string} day @param {Intl.DateTimeFormat} [format] */
export const dayName = (day, format = LONG_DAY) => (Number.isNaN(date(day).getTime()) ? day : format.format(date(day)));

/**
 * A stretch of days, no finer than it is told.
 * @param {string | null} from
 * @param {string | null} to
 * @param {TimePrecision} [precision]
 */
export function days(from, to, precision) {
  if (!from && !to) return 'not on the calendar';
  if (!from) return `until ${dayName(/** @type {string} */ (to), DAY)}`;
  if (!to) return `from ${dayName(from, DAY)}`;
  if (from === to) return dayName(from);
  if (precision === 'month') return dayName(from, MONTH);
  if (precision === 'year') return from.slice(0, 4);
  return `${dayName(from, DAY)} to ${dayName(to, DAY)}`;
}

/** @param {number | null} n */
const number = (n) => (n === null ? '?' : n.toLocaleString('en'));

/** A figure with its qualifier, as told. @param {Casualty} casualty */
export function figure({ low, high, quantifier }) {
  if (low === null && high === null) return 'an unknown number';
  if (quantifier === 'range' || (low !== null && high !== null && low !== high)) return `${number(low)} to ${number(high)}`;
  if (high === null) return `${quantifier === 'vague' ? 'some, from' : 'at least'} ${number(low)}`;
  if (low === null) return `up to ${number(high)}`;
  return quantifier === 'about' ? `about ${number(low)}` : number(low);
}

/** A figure as told; a vague one in the words of the text: “dozens” says more than a number would. @param {Model} model @param {Casualty} casualty */
export function figureTold(model, casualty) {
  const words = model.text.slice(casualty.start, casualty.end).replace(/\s+/g, ' ');
  return casualty.quantifier === 'vague' && words.length <= LONGEST_FIGURE ? `“${words}”` : figure(casualty);
}
const LONGEST_FIGURE = 32;

/** Men, women and children among the victims. @param {Casualty} casualty */
export function among({ groups }) {
  const told = Object.entries(groups ?? {}).filter(([, n]) => n !== undefined);
  return told.length ? `of them ${told.map(([who, n]) => `${n} ${n === 1 ? ({ men: 'man', women: 'woman', children: 'child' }[who] ?? who) : who}`).join(', ')}` : '';
}

/** @param {Model} model @param {string} id */
export const nameOf = (model, id) => model.entities.get(id)?.name ?? id;

/** How a place holds the event: "near Aleppo". @param {Event} event @param {string} place */
export function relation(event, place) {
  const told = event.where?.find((w) => w.place === place)?.relation;
  return told === 'near' ? 'near ' : told === 'part' ? 'part of ' : '';
}

/** One line for an event: who, what, whom, where. @param {Model} model @param {Event} event */
export function gist(model, event) {
  const names = (/** @type {string[]} */ ids) => ids.map((id) => nameOf(model, id)).join(', ');
  const who = names(event.agent);
  const whom = names(event.target);
  const place = event.place.map((id) => `${relation(event, id) || 'in '}${nameOf(model, id)}`).join(', ');
  return [whom ? `${who} → ${whom}`.trim() : who, place].filter(Boolean).join(' · ');
}

/** @param {Entity} entity */
export const isPlace = (entity) => entity.type === 'place' || entity.type === 'facility';

/**
 * The words of a span with some of what stands around them, cut at words.
 * @param {string} text
 * @param {TextSpan} span
 * @param {number} [reach]
 */
export function quote(text, { start, end }, reach = 60) {
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  const before = text.slice(from, start).replace(/^.*\n\s*/s, '');
  const after = text.slice(end, to).replace(/\s*\n.*$/s, '');
  const cutBefore = from > 0 && before.length === start - from;
  const cutAfter = to < text.length && after.length === to - end;
  return {
    before: cutBefore ? `…${before.replace(/^\S*\s/, '')}` : before,
    words: text.slice(start, end),
    after: cutAfter ? `${after.replace(/\s\S*$/, '')}…` : after,
  };
}
