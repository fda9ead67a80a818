// Reads a dropped file as text.

/** @import { DateOffer } from '../types.d.ts' */

import { looksLikeHtml, readHtml } from './html.js';

const LARGEST = 30_000_000;

/** Why a file cannot be read, in a plain sentence. */
export class FileProblem extends Error {}

/**
 * @param {File} file
 * @returns {Promise<{ text: string, offers: DateOffer[] }>}
 */
export async function readFile(file) {
  if (file.size > LARGEST) throw new FileProblem(`“${file.name}” is too long (more than 30 MB).`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isPage = /\.x?html?$/i.test(file.name) || /html/.test(file.type);
  const text = decode(bytes, isPage);
  if (text === null) throw new FileProblem(`“${file.name}” is not a text file. Text (.txt) and web pages (.html) can be read.`);
  return isPage || looksLikeHtml(text) ? readHtml(text) : { text, offers: [] };
}

/**
 * The text of a file, or null if it is something else. Tried in turn: its byte order mark, UTF-8, the page's own word, Windows-1252.
 * @param {Uint8Array} bytes
 * @param {boolean} isPage
 */
export function decode(bytes, isPage) {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (marked) return new TextDecoder(marked).decode(bytes);
  // No text holds a NUL; pictures, documents and archives do within their first bytes.
  if (bytes.subarray(0, 8000).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder((isPage && charsetOf(bytes)) || 'windows-1252').decode(bytes);
  }
}

/** The encoding that a page names in its first bytes, if it is known. @param {Uint8Array} bytes */
function charsetOf(bytes) {
  const named = /charset=["']?([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2000)))?.[1];
  try {
    return named && new TextDecoder(named).encoding;
  } catch {
    return null;
  }
}
