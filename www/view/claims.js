// Who says what of an event: each source with its stand and the word that shows it. Where sources disagree, they face each other.

/** @import { Claim, Event, Model, Stance } from '../types.d.ts' */
/** @import { FieldMaker } from './events.js' */

import { h } from '../lib/dom.js';
import { MODALITY, STANCE, figureTold, nameOf, plain, quote } from './words.js';

const LONGEST = 140;

/** A sign beside the words: stands are told apart without colour. @type {Record<Stance, string>} */
const SIGN = { asserts: '✓', denies: '✗', claims_responsibility: '⚑', doubts: '?' };

/** @param {Claim} claim */
const against = ({ stance, modality }, /** @type {Event} */ event) => stance === 'denies' || stance === 'doubts' || (modality === 'negated') !== (event.modality === 'negated');

/** The word by which the only source says so, beside its name; more claims have a place of their own. @param {Model} model @param {Event} event @param {FieldMaker} field */
export function cueOf(model, event, field) {
  const [claim, ...others] = event.claims;
  if (!claim || others.length || worthShowing(event)) return null;
  return field('claim.0', claim.cue ? `“${cue(model, claim.cue)}”` : 'what it says', 'value cue');
}

/** More than one voice, or a voice that does not simply say so. @param {Event} event */
const worthShowing = ({ claims }) => claims.length > 1 || claims.some(({ stance }) => stance !== 'asserts');

/** @param {Model} model @param {Event} event @param {FieldMaker} field */
export function claimsOf(model, event, field) {
  if (!worthShowing(event)) return null;
  const made = event.claims.map((claim, i) => ({ claim, element: claimOf(model, event, claim, i, field) }));
  const con = made.filter(({ claim }) => against(claim, event));
  const pro = made.filter(({ claim }) => !against(claim, event));
  if (!con.length || !pro.length) return h('section', { class: 'claims', 'aria-label': 'Who says what' }, h('h4', {}, 'Who says what'), h('div', { class: 'side' }, ...made.map(({ element }) => element)));
  return h(
    'section',
    { class: 'claims opposed', 'aria-label': 'Sources disagree' },
    h('h4', {}, 'Sources disagree'),
    h('div', { class: 'sides' }, h('div', { class: 'side' }, ...pro.map(({ element }) => element)), h('div', { class: 'side' }, ...con.map(({ element }) => element))),
  );
}

/** @param {Model} model @param {Event} event @param {Claim} claim @param {number} index @param {FieldMaker} field */
function claimOf(model, event, claim, index, field) {
  const figures = (claim.casualties ?? []).flatMap((i) => event.casualties[i] ?? []).map((toll) => `${figureTold(model, toll)} ${toll.kind}`);
  const agents = (claim.agent ?? []).map((id) => nameOf(model, id));
  const { words } = quote(model.text, claim.content);
  return h(
    'div',
    { class: `claim stance-${claim.stance}` },
    h('p', { class: 'claim-source', dir: 'auto' }, h('strong', {}, claim.source ? nameOf(model, claim.source) : 'Someone unnamed')),
    h('p', { class: 'claim-stance' }, h('span', { class: 'sign', 'aria-hidden': 'true' }, SIGN[claim.stance]), ` ${STANCE[claim.stance] ?? plain(claim.stance)}`, claim.cue && h('span', { class: 'aside' }, ` “${cue(model, claim.cue)}”`)),
    // That a denied event is denied goes without saying.
    claim.modality !== event.modality && claim.stance !== 'denies' && h('p', { class: 'aside' }, MODALITY[claim.modality]),
    agents.length > 0 && h('p', {}, `by ${agents.join(', ')}`),
    figures.length > 0 && h('p', {}, figures.join(', ')),
    field(`claim.${index}`, `“${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}”`, 'value said'),
  );
}

/** @param {Model} model @param {{ start: number, end: number }} span */
const cue = (model, { start, end }) => model.text.slice(start, end).replace(/\s+/g, ' ');
