// The module comes in the xz format, a tenth smaller than what web servers press by themselves.

import { XzReadableStream } from '../vendor/xz-decompress.js';

/** A pressed module as a browser takes it. @param {ReadableStream<Uint8Array>} pressed */
export const unpacked = (pressed) => new Response(new XzReadableStream(pressed), { headers: { 'content-type': 'application/wasm' } });
