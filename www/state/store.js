/** @import { PageState } from '../types.d.ts' */

/** @typedef {(state: PageState, before: PageState) => void} Listener */

/** @type {PageState} */
const START = {
  text: '',
  published: '',
  badDate: false,
  offers: [],
  minScore: 0.5,
  phase: 'empty',
  problem: '',
  took: 0,
  model: null,
  selection: null,
  replaced: null,
  notice: '',
};

/** Holds the page's state; listeners compare it with what was before and draw what changed. */
export function createStore() {
  let state = START;
  /** @type {Listener[]} */
  const listeners = [];
  return {
    get: () => state,
    /** @param {Partial<PageState>} patch */
    set(patch) {
      const before = state;
      state = { ...state, ...patch };
      for (const listener of listeners) listener(state, before);
    },
    /** @param {Listener} listener */
    listen(listener) {
      listeners.push(listener);
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */
