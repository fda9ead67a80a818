// Help, About and theme.

import { byId } from '../lib/dom.js';
import { adjust, settings } from '../state/keep.js';

/** @param {string} id */
const dialog = (id) => /** @type {HTMLDialogElement} */ (byId(id));

export function createPanels() {
  const about = dialog('about');
  const help = dialog('help');

  /** @param {HTMLDialogElement} panel @param {string} [part] */
  function open(panel, part) {
    if (!panel.open) panel.showModal();
    panel.scrollTop = 0;
    if (part) byId(part).scrollIntoView();
  }

  byId('open-about').addEventListener('click', () => open(about));
  byId('open-help').addEventListener('click', () => open(help));
  byId('open-privacy').addEventListener('click', () => open(about, 'about-privacy'));
  byId('open-notices').addEventListener('click', () => open(about, 'about-notices'));
  for (const panel of [about, help]) panel.addEventListener('click', (event) => event.target === panel && panel.close());

  const theme = /** @type {HTMLSelectElement} */ (byId('theme'));
  theme.value = settings().theme ?? '';
  theme.addEventListener('change', () => {
    const chosen = theme.value === 'light' || theme.value === 'dark' ? theme.value : undefined;
    if (chosen) document.documentElement.dataset.theme = chosen;
    else delete document.documentElement.dataset.theme;
    adjust({ theme: chosen });
  });

  return { help: () => open(help) };
}
