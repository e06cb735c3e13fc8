import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { texts } from '@/i18n/en/index';

it('EveryCodeOfTheProtocolHasWords', () => {
  const page = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
  const chapter = page.slice(page.indexOf('## Codes'), page.indexOf('## Limits'));
  const named = [...chapter.matchAll(/`([a-z][A-Za-z]+)(?: \{[^}]*\})?`/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(40);
  // A field of the answer, named there in passing.
  const codes = named.filter((name) => name !== 'retryAfterMs');
  expect(codes.filter((code) => !(code in texts.codes))).toEqual([]);
});

it('EveryCodeOfTheServerHasWords', () => {
  const source = readFileSync(new URL('../../../src/Contracts/Codes.cs', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/const string \w+ = "(\w+)";/g)].map((match) => match[1] ?? '');
  expect(codes.length).toBeGreaterThan(40);
  expect(codes.filter((code) => !(code in texts.codes))).toEqual([]);
});
