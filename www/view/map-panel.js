// The fold that holds the map. Nothing of the map is loaded before the reader opens it.

/** @import { Model, Selection } from '../types.d.ts' */

import { byId, h } from '../lib/dom.js';
import { count } from './words.js';

/** @typedef {ReturnType<typeof import('../map/map.js').createMap>} Map */

/**
 * @param {{ get: () => Selection | null, select: (selection: Selection) => void }} selecting
 */
export function createMapPanel(selecting) {
  const details = /** @type {HTMLDetailsElement} */ (byId('map'));
  const body = byId('map-body');
  /** @type {Model | null} */
  let model = null;
  /** The model that the map shows: a closed map draws nothing. @type {Model | null} */
  let shown = null;
  /** @type {Map | null} */
  let map = null;
  let loading = false;

  async function open() {
    if (!details.open || !model || loading) return;
    if (!map) {
      loading = true;
      body.replaceChildren(h('p', { class: 'aside', role: 'status' }, 'Loading the map…'));
      try {
        const { createMap } = await import('../map/map.js');
        map = createMap(body, selecting);
      } catch {
        body.replaceChildren(h('p', { class: 'aside', role: 'status' }, 'The map could not be loaded: its parts are fetched when it is first opened. ', h('button', { type: 'button', class: 'inline', onclick: open }, 'Try again')));
        return;
      } finally {
        loading = false;
      }
    }
    if (shown !== model && model) {
      shown = model;
      map.show(model);
    }
    map.mark(selecting.get());
  }
  details.addEventListener('toggle', open);

  return {
    /** @param {Model | null} next */
    show(next) {
      model = next;
      const places = new Set(next?.analysis.events.flatMap(({ place }) => place));
      byId('map-count').textContent = next ? (places.size ? count(places.size, 'place') : 'no place told') : '';
      open();
    },
    /** @param {Selection | null} selection */
    mark(selection) {
      if (details.open) map?.mark(selection);
    },
  };
}
