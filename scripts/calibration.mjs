// Prints how often events are right, by their score, on the annotated articles that lie beside the project.
// An event is right if some annotated event of its type shares a trigger with it.
// usage: calibration.mjs --shared DIR [--binary FILE]
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, run } from './tools.mjs';

const { values } = parseArgs({ options: { shared: { type: 'string' }, binary: { type: 'string', default: join(root, 'target', 'release', 'dateline') } } });
const STEPS = [0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

/** Trigger spans and type of every annotated event; marks are `{words|id}`. */
function goldEvents(folder, id) {
  const { events } = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'));
  const marked = readFileSync(join(folder, `${id}.ann`), 'utf8');
  const found = [];
  let removed = 0;
  for (const mark of marked.matchAll(/\{([^{}|]*)\|([a-z]\d+)~?\}/g)) {
    const start = mark.index - removed;
    removed += mark[0].length - mark[1].length;
    if (events[mark[2]]) found.push({ start, end: start + mark[1].length, type: events[mark[2]].type });
  }
  return found;
}

const overlaps = (a, b) => a.start < b.end && b.start < a.end;

/** The score of every event that is shown, and whether it is right. */
function judged(set, skip) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-calibration-'));
  const out = join(folder, 'out');
  mkdirSync(out);
  const ids = readdirSync(join(set, 'gold')).filter((name) => name.endsWith('.ann')).map((name) => name.slice(0, -4)).filter((id) => !skip.has(id));
  const dates = [];
  for (const id of ids) {
    copyFileSync(join(set, 'text', `${id}.txt`), join(folder, `${id}.txt`));
    const { published } = JSON.parse(readFileSync(join(set, 'gold', `${id}.json`), 'utf8'));
    if (published) dates.push(`${id}\t${published}\n`);
  }
  writeFileSync(join(folder, 'published.tsv'), dates.join(''));
  run(values.binary, ['batch', folder, '--out', out]);
  return ids.flatMap((id) => {
    const gold = goldEvents(join(set, 'gold'), id);
    const { events } = JSON.parse(readFileSync(join(out, `${id}.analysis.json`), 'utf8'));
    return events.map((event) => ({ score: event.score, right: gold.some((g) => g.type === event.type && event.triggers.some((t) => overlaps(t, g))) }));
  });
}

function table(name, events) {
  console.log(`${name}: ${events.length} events`);
  for (const [i, low] of STEPS.slice(0, -1).entries()) {
    const band = events.filter((e) => e.score >= low && e.score < STEPS[i + 1]);
    const right = band.filter((e) => e.right).length;
    console.log(`  ${low.toFixed(1)}–${Math.min(1, STEPS[i + 1]).toFixed(1)}  ${String(band.length).padStart(4)} events  ${(band.length ? (100 * right) / band.length : 0).toFixed(0).padStart(3)} % right`);
  }
}

const trained = join(values.shared, 'data', 'train', 'events');
const blind = new Set(readFileSync(join(trained, 'blind.txt'), 'utf8').split(/\s+/).filter(Boolean));
const all = new Set(readdirSync(join(trained, 'gold')).filter((name) => name.endsWith('.ann')).map((name) => name.slice(0, -4)));
table('development', judged(join(values.shared, 'eval'), new Set()));
table('events, seen', judged(trained, blind));
table('events, for scoring only', judged(trained, new Set([...all].filter((id) => !blind.has(id)))));
