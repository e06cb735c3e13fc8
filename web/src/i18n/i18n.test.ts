import { describe, expect, it } from 'vitest';

const folders = import.meta.glob<object>('./*/index.ts', { eager: true, import: 'texts' });
const named = import.meta.glob<{ name: string }>('./*/language.json', { eager: true, import: 'default' });
const tagOf = (path: string) => path.split('/')[1] ?? '';
const plural = /_(zero|one|two|few|many|other)$/;

function flatten(node: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') found.set(here, value);
    else for (const [inner, text] of flatten(value, here)) found.set(inner, text);
  }
  return found;
}

const languages = Object.entries(folders).map(([path, texts]) => [tagOf(path), flatten(texts)] as const);
const english = languages.find(([tag]) => tag === 'en')?.[1] ?? new Map<string, string>();
const bases = (keys: Iterable<string>) => [...new Set([...keys].map((key) => key.replace(plural, '')))].sort();
const counted = (keys: Iterable<string>) => bases([...keys].filter((key) => /_other$/.test(key)));
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

it('EveryFolderIsALanguageWithAName', () => {
  expect(languages.map(([tag]) => tag)).toEqual(expect.arrayContaining(['en', 'ru']));
  expect(Object.keys(named).map(tagOf).sort()).toEqual(languages.map(([tag]) => tag).sort());
});

describe.each(languages)('translations to %s', (tag, texts) => {
  it('HaveTheKeysOfEnglish', () => {
    expect(bases(texts.keys())).toEqual(bases(english.keys()));
  });

  it('HaveEveryPluralFormTheLanguageNeeds', () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    const needed = counted(texts.keys()).flatMap((base) => pluralCategories.map((form) => `${base}_${form}`));
    expect(counted(texts.keys())).toEqual(counted(english.keys()));
    expect(needed.filter((key) => !texts.has(key))).toEqual([]);
  });

  it('NameTheSamePlaceholders', () => {
    const differing = [...english].filter(([key, text]) => {
      const other = texts.get(key);
      return other !== undefined && placeholders(other).join() !== placeholders(text).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('AreNeverEmptyAndNeverShout', () => {
    expect([...texts].filter(([, text]) => text.trim() === '' || text.includes('!'))).toEqual([]);
  });
});
