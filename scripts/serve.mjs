// Serves the page from this folder and prints its address.
// usage: serve.mjs [--port N] [--base /path]
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { npmPackages, root } from './tools.mjs';

/**
 * A server of the repository's folder under a path, like GitHub Pages: no header of ours, only files.
 * @param {string} base "/" or "/dateline/"
 * @param {string} folder
 */
export async function serve(base = '/', port = 0, folder = root) {
  const { default: sirv } = await import('sirv');
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const lost = () => {
      response.statusCode = 404;
      response.end('Not found');
    };
    if (!path.startsWith(base)) return lost();
    request.url = request.url?.slice(base.length - 1);
    files(request, response, lost);
  });
  await new Promise((done, fail) => server.on('error', fail).listen(port, '127.0.0.1', () => done(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${address.port}${base}`, close: () => server.close() };
}

/** Starts on the first port that is free. @param {string} base @param {number} port */
async function onFreePort(base, port) {
  for (let next = port; ; next += 1) {
    try {
      return await serve(base, next);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE' || next > port + 50) throw error;
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' }, base: { type: 'string', default: '/' } } });
  npmPackages();
  const { url } = await onFreePort(values.base, Number(values.port));
  console.log(`Dateline is at ${url}\nStop it with Ctrl+C.`);
}
