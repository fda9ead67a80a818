// A long list drawn in portions, walked with the arrow keys: one item at a time is in the tab order through its first button.

import { calm, h } from '../lib/dom.js';

/** How many of a short list are shown at first. */
const FEW = 8;

/** @typedef {{ key: string, draw: () => HTMLElement }} Item */

/**
 * @param {HTMLElement} container
 * @param {{ first: number, more: string }} options how many at first, and what they are
 */
export function createList(container, { first, more }) {
  /** @type {Item[]} */
  let items = [];
  let drawn = 0;
  const list = h('ol', { class: 'list' });
  const button = h('button', { type: 'button', class: 'more', onclick: () => draw(first) });
  container.replaceChildren(list, button);

  /** @param {number} portion */
  function draw(portion) {
    const next = items.slice(drawn, drawn + portion);
    list.append(...next.map(({ key, draw: make }) => h('li', { data: { key } }, make())));
    drawn += next.length;
    const left = items.length - drawn;
    button.hidden = left === 0;
    button.textContent = `Show ${Math.min(left, first).toLocaleString('en')} more ${more} (${left.toLocaleString('en')} left)`;
  }

  /** @param {Item[]} next */
  function show(next) {
    items = next;
    drawn = 0;
    list.replaceChildren();
    draw(first);
  }

  /** @param {string} key */
  function itemOf(key) {
    const index = items.findIndex((item) => item.key === key);
    if (index >= drawn) draw(index - drawn + first);
    return index < 0 ? null : list.children[index];
  }

  /** Marks one item as selected, and brings it into view if asked. @param {string | null} key @param {boolean} reveal */
  function mark(key, reveal) {
    list.querySelector(':scope > [aria-current]')?.removeAttribute('aria-current');
    const item = key === null ? null : itemOf(key);
    if (!item) return;
    item.setAttribute('aria-current', 'true');
    if (reveal) item.scrollIntoView({ block: 'nearest', behavior: calm() ? 'auto' : 'smooth' });
  }

  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = /** @type {Element} */ (event.target).closest('li[data-key]');
    if (!step || !here || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = step > 0 ? here.nextElementSibling : here.previousElementSibling;
    event.preventDefault();
    /** @type {HTMLElement | null | undefined} */ (next?.querySelector('button'))?.focus();
  });

  return { show, mark };
}

/**
 * The first few of a list, the rest on demand.
 * @template T
 * @param {T[]} things
 * @param {(thing: T) => HTMLElement} draw
 */
export function capped(things, draw) {
  const list = h('ul', {}, ...things.slice(0, FEW).map(draw));
  let shown = FEW;
  if (things.length > shown) {
    const more = h('button', { type: 'button', class: 'plain' }, `Show more (${things.length - shown} left)`);
    const item = h('li', {}, more);
    more.addEventListener('click', () => {
      item.before(...things.slice(shown, shown + FEW * 5).map(draw));
      shown += FEW * 5;
      more.textContent = `Show more (${things.length - shown} left)`;
      if (things.length <= shown) item.remove();
    });
    list.append(item);
  }
  return list;
}
