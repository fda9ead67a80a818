// The entities, grouped by type, each with how often it is named and by which other names.

/** @import { Entity, Model, Selection } from '../types.d.ts' */

import { h } from '../lib/dom.js';
import { aliases } from '../state/model.js';
import { createList } from './list.js';
import { ENTITY_TYPES, entityGroup } from './words.js';

const FIRST = 15;

/**
 * @param {HTMLElement} container
 * @param {(selection: Selection) => void} select
 */
export function createEntities(container, select) {
  /** @type {ReturnType<typeof createList>[]} */
  let lists = [];

  /** @param {Model | null} model */
  function show(model) {
    lists = [];
    container.replaceChildren();
    if (!model) return;
    for (const type of ENTITY_TYPES) {
      const found = model.analysis.entities.filter((entity) => entity.type === type).sort((a, b) => b.mentions.length - a.mentions.length);
      if (found.length) container.append(group(model, type, found));
    }
  }

  /** @param {Model} model @param {Entity['type']} type @param {Entity[]} found */
  function group(model, type, found) {
    const body = h('div');
    const list = createList(body, { first: FIRST, more: entityGroup(type).toLowerCase() });
    list.show(found.map((entity) => ({ key: entity.id, draw: () => row(model, entity) })));
    lists.push(list);
    return h('section', { class: `group entity-${type}` }, h('h3', {}, h('span', { class: 'swatch' }, entityGroup(type)), h('span', { class: 'count' }, found.length)), body);
  }

  /** @param {Model} model @param {Entity} entity */
  function row(model, entity) {
    const others = aliases(model.text, entity);
    const notes = [entity.role, others.length ? `also: ${others.slice(0, 4).join(', ')}${others.length > 4 ? '…' : ''}` : '', entity.admin1, entity.country].filter(Boolean);
    return h(
      'button',
      { type: 'button', class: 'entity-row', onclick: () => select({ kind: 'entity', id: entity.id }) },
      h('span', { class: 'entity-name', dir: 'auto' }, entity.name),
      ' ',
      h('span', { class: 'count' }, h('span', { class: 'visually-hidden' }, 'mentions: '), entity.mentions.length),
      notes.length > 0 && ' ', notes.length > 0 && h('span', { class: 'aside' }, notes.join(' · ')),
    );
  }

  /** @param {Selection | null} selection @param {boolean} reveal */
  function mark(selection, reveal) {
    const id = selection?.kind === 'entity' ? selection.id : null;
    for (const list of lists) list.mark(id, reveal);
  }

  return { show, mark };
}
