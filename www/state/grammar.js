// Reads the grammar of a sentence from CoNLL-U, and lays out its arcs.

/**
 * @typedef {object} GrammarWord
 * @property {string} form
 * @property {string} lemma
 * @property {string} upos
 * @property {number} head number of the head, from 1; 0 for the root
 * @property {string} relation
 * @property {number} start UTF-16 code units of the text
 * @property {number} end
 * @property {number | null} tagSure 0 to 1
 * @property {number | null} arcSure
 */

/** @param {string} conllu one sentence @returns {GrammarWord[]} */
export function readGrammar(conllu) {
  const rows = conllu.split('\n').filter((line) => /^\d+\t/.test(line));
  return rows.map((row) => {
    const [, form, lemma, upos, , , head, relation, , misc = ''] = row.split('\t');
    const notes = new Map(misc.split('|').map((note) => /** @type {[string, string]} */ (note.split('=', 2))));
    const [start, end] = (notes.get('TokenRange') ?? '0:0').split(':').map(Number);
    const sure = (/** @type {string} */ name) => (notes.has(name) ? Number(notes.get(name)) : null);
    return { form, lemma, upos, head: Number(head), relation, start, end, tagSure: sure('TagConfidence'), arcSure: sure('ArcConfidence') };
  });
}

/** @typedef {{ from: number, to: number, level: number, relation: string }} Arc words by index; the lowest arcs have level 1 */

/** Arcs from heads to their dependents; an arc lies above all arcs inside it. @param {GrammarWord[]} words @returns {Arc[]} */
export function arcsOf(words) {
  const arcs = words.flatMap(({ head, relation }, i) => (head > 0 && head <= words.length ? [{ from: head - 1, to: i, level: 1, relation }] : []));
  arcs.sort((a, b) => Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
  // For each gap between two words, the highest arc over it so far.
  const height = new Array(words.length).fill(0);
  for (const arc of arcs) {
    const [left, right] = [Math.min(arc.from, arc.to), Math.max(arc.from, arc.to)];
    for (let gap = left; gap < right; gap += 1) arc.level = Math.max(arc.level, height[gap] + 1);
    height.fill(arc.level, left, right);
  }
  return arcs;
}
