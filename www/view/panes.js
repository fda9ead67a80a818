// On narrow screens one of article, events and entities is shown at a time; wide screens show them side by side.

/** @import { Model } from '../types.d.ts' */

import { byId } from '../lib/dom.js';

export function createPanes() {
  const columns = byId('columns');
  const buttons = [...document.querySelectorAll('.panes [data-pane]')];

  /** @param {string} pane */
  function show(pane) {
    columns.dataset.pane = pane;
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.getAttribute('data-pane') === pane));
  }
  for (const button of buttons) button.addEventListener('click', () => show(button.getAttribute('data-pane') ?? 'article'));

  /** @param {Model | null} model */
  function count(model) {
    byId('events-count').textContent = model ? String(model.analysis.events.length) : '';
    byId('entities-count').textContent = model ? String(model.analysis.entities.length) : '';
  }

  return { show, count };
}
