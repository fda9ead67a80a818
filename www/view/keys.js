// Keys that work anywhere in the page.

/** @import { Store } from '../state/store.js' */

import { byId } from '../lib/dom.js';
import { adjust, settings } from '../state/keep.js';

/**
 * @param {Store} store
 * @param {{ help: () => void, step: (by: number) => void, clear: () => void }} actions
 */
export function listenForKeys(store, actions) {
  // Single letters get in the way of speech control: they can be switched off.
  const letters = /** @type {HTMLInputElement} */ (byId('keys'));
  letters.checked = settings().keys ?? true;
  letters.addEventListener('change', () => adjust({ keys: letters.checked }));

  /** @type {Record<string, () => void>} */
  const keys = { j: () => actions.step(1), k: () => actions.step(-1), '?': actions.help };

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape' && store.get().selection) {
      event.preventDefault();
      return actions.clear();
    }
    const typing = /** @type {Element} */ (event.target).closest('textarea, input, select');
    if (typing || !letters.checked || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
}
