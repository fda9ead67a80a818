// The tolls of an event, each with its source. Figures that differ between sources stand side by side; none of them is chosen.

/** @import { Casualty, Event, Model } from '../types.d.ts' */
/** @import { FieldMaker } from './events.js' */

import { h } from '../lib/dom.js';
import { among, figureTold, nameOf } from './words.js';

/** @typedef {{ toll: Casualty, index: number }} Told */

/** @param {Model} model @param {Event} event @param {FieldMaker} field */
export function tollsOf(model, event, field) {
  /** @type {Map<Casualty['kind'], Told[]>} */
  const kinds = new Map();
  event.casualties.forEach((toll, index) => kinds.set(toll.kind, [...(kinds.get(toll.kind) ?? []), { toll, index }]));
  return [...kinds.values()].flatMap((told) => (differ(told) ? [sideBySide(model, told, field)] : told.map((one) => tollOf(model, one, field))));
}

/** Whether two sources give figures of the same victims that are not the same. @param {Told[]} told */
export const differ = (told) => told.some(({ toll: a }, i) => told.slice(i + 1).some(({ toll: b }) => a.source !== b.source && (!a.who || !b.who || a.who === b.who) && (a.low !== b.low || a.high !== b.high)));

/** @param {Model} model @param {Told} told @param {FieldMaker} field */
function tollOf(model, { toll, index }, field) {
  const source = toll.source ? `according to ${nameOf(model, toll.source)}` : '';
  const extra = [among(toll), source].filter(Boolean).join('; ');
  return h('span', { class: 'toll' }, button(model, toll, index, field), extra && ' ', extra && h('span', { class: 'aside' }, extra));
}

/** @param {Model} model @param {Told[]} told @param {FieldMaker} field */
function sideBySide(model, told, field) {
  const cells = told.map(({ toll, index }) =>
    h('li', {}, button(model, toll, index, field), h('span', { class: 'aside', dir: 'auto' }, [among(toll), toll.source ? `according to ${nameOf(model, toll.source)}` : 'source not told'].filter(Boolean).join('; '))),
  );
  return h('div', { class: 'differing' }, h('p', { class: 'aside' }, `Figures of the ${told[0].toll.kind} differ:`), h('ul', {}, ...cells));
}

/** @param {Model} model @param {Casualty} toll @param {number} index @param {FieldMaker} field */
const button = (model, toll, index, field) => field(`casualties.${index}`, `${figureTold(model, toll)} ${toll.kind}${toll.who ? ` (${nameOf(model, toll.who)})` : ''}`);
