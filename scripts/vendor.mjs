// Bundles what the page takes from npm into www/vendor/, with licences. The versions are those of package-lock.json.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmPackages, root } from './tools.mjs';
import { world } from './world.mjs';

npmPackages();
const { build } = await import('esbuild');
const out = join(root, 'www', 'vendor');

/** What is taken from which package, with the packages inside that. */
const BUNDLES = [
  {
    name: 'd3-time',
    take: ['utcTickInterval'],
    inside: ['d3-time', 'd3-array'],
    types: 'export function utcTickInterval(start: Date, stop: Date, count: number): { range(start: Date, stop: Date): Date[] } | null;',
  },
  {
    name: 'd3-geo',
    take: ['geoArea', 'geoCircle', 'geoMercator', 'geoPath'],
    inside: ['d3-geo', 'd3-array'],
    types: `export interface Projection {
  (point: [number, number]): [number, number] | null;
  invert(point: [number, number]): [number, number] | null;
  scale(): number;
  scale(k: number): this;
  translate(): [number, number];
  translate(at: [number, number]): this;
  rotate(angles: [number, number]): this;
  clipExtent(extent: [[number, number], [number, number]]): this;
}
export interface Path {
  (shape: object): string | null;
  area(shape: object): number;
  bounds(shape: object): [[number, number], [number, number]];
  centroid(shape: object): [number, number];
}
interface Circle {
  (): object;
  center(point: [number, number]): this;
  radius(degrees: number): this;
  precision(degrees: number): this;
}
export function geoArea(shape: object): number;
export function geoCircle(): Circle;
export function geoMercator(): Projection;
export function geoPath(projection: Projection): Path;`,
  },
  {
    name: 'topojson-client',
    take: ['feature', 'mesh'],
    inside: ['topojson-client'],
    types: `export interface Country {
  type: 'Feature';
  id?: string;
  properties: { name: string };
  geometry: object;
}
export interface World {
  objects: { countries: object };
}
export function feature(world: World, object: object): { features: Country[] };
export function mesh(world: World, object: object, filter: (a: object, b: object) => boolean): object;`,
  },
  {
    name: 'xz-decompress',
    take: ['XzReadableStream'],
    inside: ['xz-decompress'],
    types: 'export class XzReadableStream extends ReadableStream<Uint8Array<ArrayBuffer>> {\n  constructor(pressed: ReadableStream<Uint8Array>);\n}',
  },
];

/** Licences of packages whose own tarball leaves the text out; who holds them comes from the head of the code. */
const LICENCES = {
  'xz-decompress': `The MIT License

xz-decompress: Tim Perry. Based on xzwasm (c) Steve Sanderson.
Contains xz-embedded by Lasse Collin and Igor Pavlov (public domain) and walloc (c) 2020 Igalia, S.L. (MIT).

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};

const about = (name) => JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
const licence = (name) => `${name} ${about(name).version}\n\n${LICENCES[name] ?? readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8').trim()}\n`;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const { name, take, inside, types } of BUNDLES) {
  const { metafile } = await build({
    stdin: { contents: `export { ${take.join(', ')} } from '${name}';`, resolveDir: root },
    bundle: true,
    format: 'esm',
    minify: true,
    metafile: true,
    banner: { js: `/* ${inside.map((n) => `${n} ${about(n).version}`).join(', ')}; see ${name}.LICENSE.txt */` },
    outfile: join(out, `${name}.js`),
  });
  // A dependency that nobody listed would be shipped without its licence.
  const used = Object.keys(metafile.inputs).flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  const unlisted = used.filter((n) => !inside.includes(n));
  if (unlisted.length) throw new Error(`${name} takes in ${[...new Set(unlisted)].join(', ')}: list them with their licences`);
  writeFileSync(join(out, `${name}.LICENSE.txt`), [...new Set(used)].map(licence).join('\n'));
  writeFileSync(join(out, `${name}.d.ts`), `${types}\n`);
  console.log(`www/vendor/${name}.js: ${[...new Set(used)].join(', ')}`);
}

// Read when the map is opened, never before.
writeFileSync(join(out, 'countries-50m.json'), `${world('50m')}\n`);
writeFileSync(join(out, 'countries-50m.LICENSE.txt'), `${licence('world-atlas')}\nThe outlines are made with Natural Earth (naturalearthdata.com), which is in the public domain.\n`);
console.log('www/vendor/countries-50m.json: world-atlas');
