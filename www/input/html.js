// Reduces an HTML file to the text that a reader of the page would see. The document is parsed inert: nothing in it runs or loads.

/** @import { DateOffer } from '../types.d.ts' */

import { trusted } from '../engine/trusted.js';

const UNREAD = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'MATH', 'IFRAME', 'OBJECT', 'SELECT', 'TEXTAREA', 'HEAD', 'VIDEO', 'AUDIO', 'CANVAS', 'DIALOG']);
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(' '),
);

/** @param {string} html */
const parse = (html) => new DOMParser().parseFromString(/** @type {any} */ (trusted.createHTML(html)), 'text/html');

/**
 * @param {string} html
 * @returns {{ text: string, offers: DateOffer[] }}
 */
export function readHtml(html) {
  const page = parse(html);
  const story = page.querySelector('article, main, [role="main"]') ?? page.body;
  const title = page.querySelector('h1');
  const lines = linesOf(story);
  // A headline that stands before the story element is part of the article.
  if (title && !story.contains(title)) lines.unshift(...linesOf(title));
  return { text: tidy(lines), offers: datesOf(page) };
}

/** @param {string[]} lines */
const tidy = (lines) =>
  lines
    .map((line) => line.replace(/[ \t\n\r\f]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n');

/**
 * The text of an element, block by block. A walk without recursion: pages nest deeper than the call stack allows.
 * @param {Element} root
 */
function linesOf(root) {
  /** @type {string[]} */
  const lines = [''];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && (UNREAD.has(node.tagName.toUpperCase()) || node.hasAttribute('hidden')) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {Element | null} */
  let block = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.tagName === 'BR') lines.push('');
      continue;
    }
    const around = blockOf(node, root);
    if (around !== block) lines.push('');
    block = around;
    lines[lines.length - 1] += node.nodeValue ?? '';
  }
  return lines;
}

/** The nearest element around a node that is no mere run of words. @param {Node} node @param {Element} root */
function blockOf(node, root) {
  let element = node.parentElement;
  while (element && element !== root && INLINE.has(element.tagName)) element = element.parentElement;
  return element;
}

const DATE = /^\d{4}-\d{2}-\d{2}/;
const DATES_IN = [
  ['meta[property="article:published_time"]', 'content'],
  ['meta[itemprop="datePublished"]', 'content'],
  ['meta[name="date"], meta[name="pubdate"], meta[name="DC.date.issued"]', 'content'],
  ['time[datetime]', 'datetime'],
];

/** Dates that the page gives as its own: offered, never adopted. @param {Document} page @returns {DateOffer[]} */
function datesOf(page) {
  const found = DATES_IN.map(([selector, attribute]) => page.querySelector(selector)?.getAttribute(attribute) ?? '');
  const dates = found.flatMap((value) => DATE.exec(value)?.[0] ?? []);
  return [...new Set(dates)].map((date) => ({ date, where: 'the page itself' }));
}

/** Whether a text that was pasted is the source of a web page rather than its text. @param {string} text */
export function looksLikeHtml(text) {
  const head = text.slice(0, 5000);
  if (/^\s*(<!doctype html|<html|<\?xml)/i.test(head)) return true;
  return (head.match(/<\/?(p|div|span|a|br|li|h[1-6]|script|meta|img)\b[^>]*>/gi) ?? []).length >= 6;
}
