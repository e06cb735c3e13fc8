// Fails when a page asks a visitor for more than it may before its first paint. Run after `npm run build`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
// What somebody who is signed in loads, one after the other, until the board is painted.
const wayToTheBoard = [
  'src/app/SignedIn.tsx',
  'src/state/startEngine.ts',
  'src/app/ListPage.tsx',
  'node_modules/@microsoft/signalr/dist/esm/index.js',
];

const sizes = new Map();
function kilobytes(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1024);
  return sizes.get(file);
}

/** A chunk and everything it needs before it can run. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  if (!(key in manifest)) throw new Error(`not in the build: ${key}`);
  seen.add(key);
  for (const needed of manifest[key].imports ?? []) closure(needed, seen);
  return seen;
}

const totalOf = (files) => [...files].reduce((sum, file) => sum + kilobytes(file), 0);
const total = (keys) => totalOf([...keys].map((key) => manifest[key].file));

const entryKey = Object.keys(manifest).find((key) => manifest[key].isEntry);
const entry = closure(entryKey);
const board = wayToTheBoard.reduce((seen, key) => closure(key, seen), new Set(entry));
const stylesOf = (keys) => new Set([...keys].flatMap((key) => manifest[key].css ?? []));
const styles = stylesOf(board);
const lazy = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && !board.has(key));
const isLocale = (key) => key.startsWith('src/i18n/');

const budgets = [
  { name: 'sign-in, JavaScript', size: total(entry), limit: 170 },
  { name: 'board, JavaScript', size: total(board), limit: 300 },
  { name: 'board, styles', size: totalOf(styles), limit: 15 },
  ...lazy.map((key) => {
    const own = [...closure(key)].filter((each) => !board.has(each));
    const ownStyles = [...stylesOf(own)].filter((file) => !styles.has(file));
    return { name: `on demand, ${key}`, size: total(own) + totalOf(ownStyles), limit: isLocale(key) ? 20 : 60 };
  }),
];

let failed = false;
for (const { name, size, limit } of budgets) {
  const over = size > limit;
  failed ||= over;
  process.stdout.write(`${over ? 'OVER' : 'ok  '} ${size.toFixed(1).padStart(6)} of ${limit} KB gz  ${name}\n`);
}
process.exitCode = failed ? 1 : 0;
