// Small places of some regions lie in files of their own. The server would see which region an article is about, so the reader is asked once.

/** @import { Model } from '../types.d.ts' */

import { fetchPack } from '../engine/pack.js';
import { byId, h } from '../lib/dom.js';
import { adjust, settings } from '../state/keep.js';

/** @typedef {{ give: (packs: Uint8Array[]) => void, again: () => void }} Actions `again` reads the text once more, now with these places */

/** @param {Actions} actions */
export function createPacks({ give, again }) {
  const offer = byId('packs');
  /** @type {Set<string>} */
  const asked = new Set();

  /** @param {string[]} names */
  async function load(names) {
    for (const name of names) asked.add(name);
    const answers = await Promise.allSettled(names.map(fetchPack));
    const packs = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    tell(packs.length < names.length ? 'Places of a region could not be loaded: small ones stay without coordinates.' : '');
    if (!packs.length) return;
    give(packs);
    again();
  }

  /** @param {string} message @param {Node[]} buttons */
  function tell(message, ...buttons) {
    offer.hidden = !message;
    offer.replaceChildren(...(message ? [h('span', {}, message), ...buttons] : []));
  }

  /** @param {string[]} names */
  function ask(names) {
    const regions = names.map((name) => name.replaceAll('-', ' ')).join(', ');
    const allow = () => {
      adjust({ packs: true });
      load(names);
    };
    tell(`Small places of some regions are in files of their own (here: ${regions}). Whoever runs this page’s server can see which file is asked for, and nothing else.`, h('button', { type: 'button', class: 'plain', onclick: allow }, 'Load them, now and later'));
  }

  return {
    /** @param {Model | null} model */
    show(model) {
      const { packs = [] } = /** @type {{ packs?: string[] }} */ (model?.analysis ?? {});
      const names = packs.filter((name) => !asked.has(name));
      if (!names.length) tell('');
      else if (settings().packs) load(names);
      else ask(names);
    },
  };
}
