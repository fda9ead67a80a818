// Measures attributions on PolNeAR, which lies beside the project: source and cue must overlap, content share at least a character (or be alike: dice 0.5).
// usage: attributions.mjs --shared DIR [--program FILE]     the program: cargo build --release --example attributions
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask, root } from './tools.mjs';

const { values } = parseArgs({
  options: { shared: { type: 'string' }, program: { type: 'string', default: join(root, 'target', 'release', 'examples', 'attributions') } },
});
const base = join(values.shared, 'data', 'look', 'polnear');

/** The attributions of one annotation file: spans of source, cue and content. */
function annotated(file) {
  const spans = new Map();
  const found = [];
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const [id, body] = line.split('\t');
    if (id.startsWith('T')) {
      const ranges = body.slice(body.indexOf(' ') + 1);
      spans.set(id, ranges.split(';').map((r) => r.split(' ').map(Number)));
    } else if (id.startsWith('E')) {
      const one = { Source: [], Cue: [], Content: [] };
      for (const [role, span] of body.split(' ').slice(1).map((part) => part.split(':'))) one[role.replace(/\d+$/, '')]?.push(...(spans.get(span) ?? []));
      found.push(one);
    }
  }
  return found;
}

const shared = (a, b) => a.reduce((n, [s, e]) => n + b.reduce((m, [from, to]) => m + Math.max(0, Math.min(e, to) - Math.max(s, from)), 0), 0);
const length = (a) => a.reduce((n, [s, e]) => n + e - s, 0);
const dice = (a, b) => (2 * shared(a, b)) / (length(a) + length(b));

const printed = ask(values.program, [join(base, 'text')]);
if (!printed) throw new Error('the program failed');
const system = new Map();
for (const line of new Set(printed.trim().split('\n'))) {
  const one = JSON.parse(line);
  const known = system.get(one.id) ?? [];
  // Sources named together are one attribution here.
  if (!known.some((k) => `${k.cue}|${k.content}` === `${one.cue}|${one.content}` && `${k.source}` === `${one.source}`)) known.push(one);
  system.set(one.id, known);
}

/** Names of annotation files end in five characters more than those of the texts; of several annotators the first counts. */
const files = new Map();
for (const name of readdirSync(join(base, 'attributions')).sort()) files.set(name.slice(0, -9), files.get(name.slice(0, -9)) ?? name);

const source = (g, s) => (g.Source.length ? s.source !== null && shared(g.Source, [s.source]) > 0 : s.source === null);
const cue = (g, s) => g.Cue.length === 0 || shared(g.Cue, [s.cue]) > 0;
const rules = {
  cue: (g, s) => cue(g, s),
  overlap: (g, s) => source(g, s) && cue(g, s) && shared(g.Content, s.content) > 0,
  alike: (g, s) => source(g, s) && cue(g, s) && dice(g.Content, s.content) >= 0.5,
};
const hits = { cue: 0, overlap: 0, alike: 0 };
let [wanted, said] = [0, 0];
for (const [id, file] of files) {
  const gold = annotated(join(base, 'attributions', file));
  const found = system.get(id) ?? [];
  wanted += gold.length;
  said += found.length;
  for (const [name, rule] of Object.entries(rules)) {
    const left = [...found];
    for (const g of gold) {
      const at = left.findIndex((s) => rule(g, s));
      if (at >= 0) {
        left.splice(at, 1);
        hits[name] += 1;
      }
    }
  }
}
for (const [name, hit] of Object.entries(hits)) {
  const [p, r] = [hit / said, hit / wanted];
  console.log(`${name.padEnd(8)} P ${(100 * p).toFixed(1)}  R ${(100 * r).toFixed(1)}  F1 ${((200 * p * r) / (p + r)).toFixed(1)}`);
}
console.log(`${wanted} attributions, ${said} found, ${files.size} articles`);
