// Measures time expressions on TempEval-3's TimeBank and AQUAINT, which lie beside the project: span and value as its scorer counts them.
// usage: times.mjs --shared DIR [--program FILE] [--verbose]     --verbose lists what differs
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, run } from './tools.mjs';

const { values } = parseArgs({
  options: {
    shared: { type: 'string' },
    program: { type: 'string', default: join(root, 'target', 'release', 'dateline') },
    verbose: { type: 'boolean', default: false },
  },
});

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml) => xml.replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole);

/** The text, the publication date and the time expressions of one TimeML file. */
function read(file) {
  const xml = readFileSync(file, 'utf8');
  const published = /<DCT>.*?value="(\d{4}-\d{2}-\d{2})/s.exec(xml)?.[1];
  const body = /<TEXT>(.*?)<\/TEXT>/s.exec(xml)?.[1] ?? '';
  let text = '';
  const times = [];
  const open = [];
  for (const part of body.split(/(<[^>]*>)/)) {
    if (!part.startsWith('<')) text += plain(part);
    else if (part.startsWith('<TIMEX3')) open.push({ start: text.length, type: /type="(\w+)"/.exec(part)?.[1], value: /value="([^"]*)"/.exec(part)?.[1] });
    else if (part.startsWith('</TIMEX3')) times.push({ ...open.pop(), end: text.length });
  }
  return { text, published, times };
}

const work = mkdtempSync(join(tmpdir(), 'dateline-times-'));
const gold = new Map();
const dates = [];
for (const set of ['TimeBank', 'AQUAINT']) {
  const folder = join(values.shared, 'data', 'look', 'tbaq', set);
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.tml'))) {
    const id = name.slice(0, -4);
    const document = read(join(folder, name));
    gold.set(id, document);
    writeFileSync(join(work, `${id}.txt`), document.text);
    if (document.published) dates.push(`${id}\t${document.published}\n`);
  }
}
writeFileSync(join(work, 'published.tsv'), dates.join(''));
const out = join(work, 'out');
mkdirSync(out);
run(values.program, ['batch', work, '--out', out]);

const count = { gold: 0, found: 0, strict: 0, relaxed: 0, value: 0, type: 0 };
const show = ({ start, end, value }, text) => `${JSON.stringify(text.slice(start, end))} ${value}`;
for (const [id, { text, times }] of gold) {
  const found = JSON.parse(readFileSync(join(out, `${id}.analysis.json`), 'utf8')).times;
  const left = [...found];
  count.gold += times.length;
  count.found += found.length;
  for (const want of times) {
    const touching = left.filter((t) => t.start < want.end && want.start < t.end);
    const best = touching.find((t) => t.start === want.start && t.end === want.end) ?? touching[0];
    const around = () => text.slice(Math.max(0, want.start - 50), want.end + 40).replace(/\s+/g, ' ');
    if (!best) {
      if (values.verbose) console.log(`missed   ${show(want, text)} | ${around()}`);
      continue;
    }
    left.splice(left.indexOf(best), 1);
    const strict = best.start === want.start && best.end === want.end;
    count.strict += strict;
    count.relaxed += 1;
    count.value += best.value === want.value;
    count.type += best.type === want.type?.toLowerCase();
    if (values.verbose && (!strict || best.value !== want.value)) console.log(`${best.value === want.value ? 'span ' : 'value'}    ${show(want, text)} → ${show(best, text)} | ${around()}`);
  }
  if (values.verbose) for (const t of left) console.log(`invented ${show(t, text)} | ${text.slice(Math.max(0, t.start - 50), t.end + 40).replace(/\s+/g, ' ')}`);
}

for (const name of ['strict', 'relaxed', 'value', 'type']) {
  const [p, r] = [count[name] / count.found, count[name] / count.gold];
  console.log(`${name.padEnd(8)} P ${(100 * p).toFixed(1)}  R ${(100 * r).toFixed(1)}  F1 ${((200 * p * r) / (p + r)).toFixed(1)}`);
}
console.log(`${count.gold} expressions, ${count.found} found, ${gold.size} articles`);
