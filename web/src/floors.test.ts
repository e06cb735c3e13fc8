import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const features = fileURLToPath(new URL('./features/', import.meta.url));

// The linter holds the floors; that one feature never reaches into another it cannot say.
test('FeaturesNeverImportEachOther', () => {
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const crossings = files.flatMap((file) => {
    const own = file.split('/')[0];
    const imports = readFileSync(features + file, 'utf8').matchAll(/from '@\/features\/(?<feature>[^/']+)/g);
    return [...imports].filter(({ groups }) => groups?.['feature'] !== own).map(([text]) => `${file}: ${text}`);
  });
  expect(files.length).toBeGreaterThan(0);
  expect(crossings).toEqual([]);
});
