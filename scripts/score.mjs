// Scores the native build on annotated articles that lie beside the project, and holds the figures against tests/scores.json.
// usage: score.mjs --shared DIR [--record]     --record writes the figures that are reached
import { mkdtempSync, readFileSync, readdirSync, writeFileSync, mkdirSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask, root, run } from './tools.mjs';

const { values } = parseArgs({ options: { shared: { type: 'string' }, record: { type: 'boolean', default: false } } });
const recordFile = join(root, 'tests', 'scores.json');
const COMPOSITE_SLACK = 0.5;
const FIGURE_SLACK = 1.5;

/** A folder with the texts of an annotated set and the publication dates of its gold tables. */
function inputs(set) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-score-'));
  for (const name of readdirSync(join(set, 'text')).filter((n) => n.endsWith('.txt'))) copyFileSync(join(set, 'text', name), join(folder, name));
  const gold = readdirSync(join(set, 'gold')).filter((n) => n.endsWith('.json'));
  const dates = gold.map((n) => [n.slice(0, -5), JSON.parse(readFileSync(join(set, 'gold', n), 'utf8')).published]);
  writeFileSync(join(folder, 'published.tsv'), dates.filter(([, date]) => date).map((row) => `${row.join('\t')}\n`).join(''));
  return folder;
}

/** The figures of one annotated set: F1 in percent by name, and the composite. */
function figures(set) {
  const input = inputs(set);
  const out = join(input, 'out');
  mkdirSync(out);
  run(join(root, 'target', 'release', 'dateline'), ['batch', input, '--out', out]);
  const printed = ask('python3', ['-B', join(values.shared, 'eval', 'score.py'), '--gold', join(set, 'gold'), '--system', out, '--json']);
  if (!printed) throw new Error('score.py failed');
  const scored = JSON.parse(printed);
  const main = Object.entries(scored.figures).filter(([name]) => !name.includes(':'));
  return { composite: scored.composite, ...Object.fromEntries(main.map(([name, row]) => [name, row.f1])) };
}

const reached = {
  development: figures(join(values.shared, 'eval')),
  events: figures(join(values.shared, 'data', 'train', 'events')),
};
const known = JSON.parse(readFileSync(recordFile, 'utf8'));
let failed = 0;
let passed = 0;
for (const [set, rows] of Object.entries(reached)) {
  for (const [name, value] of Object.entries(rows)) {
    const record = known[set]?.[name] ?? 0;
    const low = value < record - (name === 'composite' ? COMPOSITE_SLACK : FIGURE_SLACK);
    failed += low;
    passed += !low;
    console.log(`${set.padEnd(12)} ${name.padEnd(18)} ${String(value).padStart(5)}  record ${record}${low ? '  DROPPED' : ''}`);
  }
}
if (values.record) writeFileSync(recordFile, `${JSON.stringify(reached, null, 2)}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed && !values.record ? 1 : 0);
