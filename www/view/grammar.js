// What the engine took a sentence for: its words with part of speech, lemma, head and relation, as arcs and as a table.

/** @import { GrammarWord } from '../state/grammar.js' */
/** @import { TextSpan } from '../types.d.ts' */

import { byId, h, svg } from '../lib/dom.js';
import { arcsOf, readGrammar } from '../state/grammar.js';

/** Parts of speech of Universal Dependencies, in words. @type {Record<string, string>} */
const UPOS = {
  ADJ: 'adjective', ADP: 'preposition', ADV: 'adverb', AUX: 'auxiliary', CCONJ: 'conjunction', DET: 'determiner', INTJ: 'interjection', NOUN: 'noun', NUM: 'number',
  PART: 'particle', PRON: 'pronoun', PROPN: 'name', PUNCT: 'punctuation', SCONJ: 'subordinator', SYM: 'symbol', VERB: 'verb', X: 'other',
};

/** Relations, in words. @type {Record<string, string>} */
const RELATION = {
  root: 'head of the sentence', nsubj: 'subject', 'nsubj:pass': 'subject of a passive', csubj: 'clause as subject', obj: 'object', iobj: 'indirect object', ccomp: 'clause as object',
  xcomp: 'open complement', obl: 'phrase with a preposition', 'obl:agent': 'agent of a passive', 'obl:unmarked': 'phrase without a preposition', advcl: 'adverbial clause', advmod: 'adverb',
  aux: 'auxiliary', 'aux:pass': 'auxiliary of a passive', cop: 'copula', mark: 'introduces a clause', nmod: 'phrase on a noun', 'nmod:poss': 'possessor', 'nmod:desc': 'title before a name', appos: 'apposition',
  nummod: 'number', acl: 'clause on a noun', 'acl:relcl': 'relative clause', amod: 'adjective', det: 'determiner', case: 'preposition', conj: 'joined by and, or', cc: 'and, or', fixed: 'set phrase',
  flat: 'part of a name', compound: 'compound', 'compound:prt': 'particle of a verb', list: 'item of a list', parataxis: 'side by side', punct: 'punctuation', discourse: 'interjection', expl: 'filler',
  vocative: 'addressed', dislocated: 'moved out', orphan: 'left over', goeswith: 'split word', reparandum: 'slip', dep: 'unclear',
};

/** Below this a tag or an arc is marked as doubtful. */
const DOUBT = 0.6;
/** More words than this are shown in the table only: the picture could not be read. */
const MOST_ARCS = 70;

/**
 * @param {{ parse: (at: number) => Promise<string | null>, text: () => string, reveal: (span: TextSpan) => void }} actions `parse` gives the sentence at a place in the text, in CoNLL-U
 */
export function createGrammar({ parse, text, reveal }) {
  const panel = /** @type {HTMLDialogElement} */ (byId('grammar'));
  const body = byId('grammar-body');

  /** @param {number} at */
  async function open(at) {
    if (!panel.open) panel.showModal();
    body.setAttribute('aria-busy', 'true');
    const conllu = await parse(at);
    body.removeAttribute('aria-busy');
    const words = readGrammar(conllu ?? '');
    body.replaceChildren(...(words.length && conllu ? sentence(words, conllu) : [h('p', {}, conllu === null ? 'The sentence could not be read.' : 'There is no sentence here.')]));
    panel.scrollTop = 0;
  }

  /** @param {GrammarWord[]} words @param {string} conllu */
  function sentence(words, conllu) {
    const span = { start: words[0].start, end: words[words.length - 1].end };
    const before = text().slice(0, span.start).trimEnd().length;
    const after = text().slice(span.end).search(/\S/);
    const copied = h('span', { class: 'aside', role: 'status' });
    const copy = async () => {
      const done = await navigator.clipboard.writeText(conllu).then(() => true, () => false);
      copied.textContent = done ? 'Copied.' : 'This browser does not let the page copy.';
    };
    return [
      h('p', { class: 'grammar-text', dir: 'auto' }, text().slice(span.start, span.end).replace(/\s+/g, ' ')),
      h(
        'p',
        { class: 'grammar-moves' },
        h('button', { type: 'button', disabled: before === 0, onclick: () => open(before - 1) }, '← Sentence before'),
        h('button', { type: 'button', disabled: after < 0, onclick: () => open(span.end + after) }, 'Sentence after →'),
        h('button', { type: 'button', onclick: () => (panel.close(), reveal(span)) }, 'Show in the article'),
        h('button', { type: 'button', onclick: copy }, 'Copy as CoNLL-U'),
        copied,
      ),
      words.length <= MOST_ARCS ? h('div', { class: 'arcs', tabindex: 0, role: 'region', 'aria-label': 'Arcs from heads to their dependents; the table says the same' }, picture(words)) : null,
      table(words),
    ].filter((part) => part !== null);
  }

  panel.addEventListener('click', (event) => event.target === panel && panel.close());
  return { open };
}

/** @param {GrammarWord[]} words */
function table(words) {
  const head = ['', 'Word', 'Part of speech', 'Lemma', 'Head', 'Relation'].map((name) => h('th', { scope: 'col' }, name || h('span', { class: 'visually-hidden' }, 'Number')));
  const rows = words.map((word, i) =>
    h(
      'tr',
      {},
      h('td', { class: 'count' }, i + 1),
      h('th', { scope: 'row', dir: 'auto' }, word.form),
      h('td', {}, h('code', {}, word.upos), ' ', h('span', { class: 'aside' }, UPOS[word.upos] ?? ''), doubt(word.tagSure)),
      h('td', {}, word.lemma),
      h('td', {}, word.head ? [word.head, words[word.head - 1]?.form].join(' ') : '–'),
      h('td', {}, h('code', {}, word.relation), ' ', h('span', { class: 'aside' }, RELATION[word.relation] ?? ''), doubt(word.arcSure)),
    ),
  );
  return h('div', { class: 'grammar-table', tabindex: 0, role: 'region', 'aria-label': 'Grammar as a table' }, h('table', {}, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...rows)));
}

/** @param {number | null} sure */
const doubt = (sure) => (sure !== null && sure < DOUBT ? h('span', { class: 'doubt', title: 'How sure the engine is, from 0 to 1' }, ` unsure ${sure.toFixed(2)}`) : null);

const LETTER = 7.6;
const RISE = 24;

/** @param {GrammarWord[]} words */
function picture(words) {
  const arcs = arcsOf(words);
  const wide = words.map(({ form, upos, relation }) => Math.max(form.length * LETTER, upos.length * 7, relation.length * 6.2) + 18);
  const left = wide.map((_, i) => wide.slice(0, i).reduce((sum, w) => sum + w, 0));
  const middle = (/** @type {number} */ i) => left[i] + wide[i] / 2;
  const top = Math.max(1, ...arcs.map(({ level }) => level)) * RISE + 18;
  const width = Math.ceil(left[left.length - 1] + wide[wide.length - 1]);
  const height = top + 40;
  const root = words.findIndex(({ head }) => head === 0);
  return svg(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' },
    ...arcs.map(({ from, to, level, relation }) => {
      // Arcs leave their head a little to the side, so that those of one word stay apart.
      const start = middle(from) + (to > from ? 5 : -5);
      const peak = top - level * RISE;
      const bend = Math.min(14, Math.abs(middle(to) - start) / 2) * (to > from ? 1 : -1);
      return svg(
        'g',
        { class: 'arc' },
        svg('path', { d: `M${start} ${top}V${peak + 10}Q${start} ${peak} ${start + bend} ${peak}H${middle(to) - bend}Q${middle(to)} ${peak} ${middle(to)} ${peak + 10}V${top - 4}` }),
        svg('path', { class: 'arrow', d: `M${middle(to) - 3.5} ${top - 6}h7l-3.5 6z` }),
        svg('text', { x: (start + middle(to)) / 2, y: peak - 3, 'text-anchor': 'middle' }, relation),
      );
    }),
    root >= 0 && svg('text', { class: 'arc-root', x: middle(root), y: 11, 'text-anchor': 'middle' }, 'root'),
    root >= 0 && svg('path', { class: 'root-line', d: `M${middle(root)} 14V${top - 4}` }),
    ...words.map(({ form, upos }, i) => svg('g', {}, svg('text', { class: 'arc-word', x: middle(i), y: top + 16, 'text-anchor': 'middle' }, form), svg('text', { class: 'arc-tag', x: middle(i), y: top + 32, 'text-anchor': 'middle' }, upos))),
  );
}
