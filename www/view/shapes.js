// Outlines of the four families, in a box of 12: told apart by shape as well as colour.

/** @import { Family } from '../types.d.ts' */

/** @type {Record<Family, string>} */
export const SHAPE = { violence: 'M6 0L12 6L6 12L0 6Z', control: 'M1 1H11V11H1Z', civil: 'M6 0.5A5.5 5.5 0 1 1 5.99 0.5Z', diplomacy: 'M6 0.5L12 11.5H0Z' };

/** Events of more than one family in one place: a ring around a dot. */
export const MIXED = 'M6 0.5A5.5 5.5 0 1 1 5.99 0.5ZM6 3.4A2.6 2.6 0 1 0 6.01 3.4Z';
