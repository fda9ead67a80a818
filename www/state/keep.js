// Where the pasted text is kept: in this tab only, unless the reader asks for more. Storage may be full or forbidden; then nothing is kept.

const TEXT = 'dateline.text';
const KEEP = 'dateline.keep';
const SETTINGS = 'dateline.settings';

/** @typedef {{ text: string, published: string }} Kept */

/**
 * @template T
 * @param {() => T} work
 * @param {T} otherwise
 * @returns {T}
 */
function attempt(work, otherwise) {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** @param {Storage} storage @returns {Kept | null} */
function read(storage) {
  const kept = JSON.parse(storage.getItem(TEXT) ?? 'null');
  return typeof kept?.text === 'string' && typeof kept?.published === 'string' ? kept : null;
}

/** Whether the reader asked to keep texts on this computer. */
export const keeps = () => attempt(() => localStorage.getItem(KEEP) === 'yes', false);

/** @returns {Kept | null} */
export const recall = () => attempt(() => read(sessionStorage), null) ?? (keeps() ? attempt(() => read(localStorage), null) : null);

/**
 * @param {Kept} kept
 * @returns {boolean} whether it was kept; a very long text may not fit
 */
export function remember(kept) {
  const written = JSON.stringify(kept);
  const inTab = attempt(() => (sessionStorage.setItem(TEXT, written), true), false);
  // An old text must not come back in the place of one that does not fit.
  if (!inTab) attempt(() => sessionStorage.removeItem(TEXT), undefined);
  if (keeps() && !attempt(() => (localStorage.setItem(TEXT, written), true), false)) attempt(() => localStorage.removeItem(TEXT), undefined);
  return inTab;
}

/**
 * Chooses whether texts stay on this computer beyond this tab.
 * @param {boolean} wanted
 * @param {Kept} kept
 */
export function choose(wanted, kept) {
  attempt(() => (wanted ? localStorage.setItem(KEEP, 'yes') : localStorage.removeItem(KEEP)), undefined);
  if (!wanted) attempt(() => localStorage.removeItem(TEXT), undefined);
  else if (kept.text) remember(kept);
}

/** Forgets the text everywhere, and the wish to keep it. */
export function forget() {
  attempt(() => sessionStorage.removeItem(TEXT), undefined);
  attempt(() => localStorage.removeItem(TEXT), undefined);
  attempt(() => localStorage.removeItem(KEEP), undefined);
}

const SCORE = 'dateline.score';

/** The least score of events shown in this tab. @returns {number | null} */
export const score = () =>
  attempt(() => {
    const kept = Number(sessionStorage.getItem(SCORE) ?? NaN);
    return kept >= 0 && kept <= 1 ? kept : null;
  }, null);

/** @param {number} least */
export const keepScore = (least) => attempt(() => sessionStorage.setItem(SCORE, String(least)), undefined);

/** @typedef {{ theme?: 'light' | 'dark', keys?: boolean, labels?: boolean, packs?: boolean }} Settings */

/** How the reader likes the page: nothing about what is read. @returns {Settings} */
export const settings = () => attempt(() => JSON.parse(localStorage.getItem(SETTINGS) ?? '{}'), {});

/** @param {Settings} changed */
export const adjust = (changed) => attempt(() => localStorage.setItem(SETTINGS, JSON.stringify({ ...settings(), ...changed })), undefined);
