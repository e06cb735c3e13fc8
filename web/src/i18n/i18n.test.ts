import { describe, expect, it } from 'vitest';
import { en } from '@/i18n/en/index';
import { ru } from '@/i18n/ru/index';

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

const english = flatten(en);
const russian = flatten(ru);
const bases = (keys: Iterable<string>) => new Set([...keys].map((key) => key.replace(plural, '')));
const counted = (keys: Iterable<string>) => [
  ...new Set([...keys].filter((key) => /_other$/.test(key)).map((key) => key.replace(plural, ''))),
];
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('translations', () => {
  it('HaveTheSameKeysInBothLanguages', () => {
    expect([...bases(russian.keys())].sort()).toEqual([...bases(english.keys())].sort());
  });

  it('HaveEveryPluralFormTheLanguageNeeds', () => {
    const forms = { en: new Intl.PluralRules('en'), ru: new Intl.PluralRules('ru') };
    const missing = (texts: Map<string, string>, rules: Intl.PluralRules) =>
      counted(texts.keys()).flatMap((base) =>
        rules
          .resolvedOptions()
          .pluralCategories.map((form) => `${base}_${form}`)
          .filter((key) => !texts.has(key)),
      );
    expect(counted(russian.keys()).sort()).toEqual(counted(english.keys()).sort());
    expect(missing(english, forms.en)).toEqual([]);
    expect(missing(russian, forms.ru)).toEqual([]);
  });

  it('NameTheSamePlaceholders', () => {
    const differing = [...english].filter(([key, text]) => {
      const other = russian.get(key);
      return other !== undefined && placeholders(other).join() !== placeholders(text).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('AreNeverEmptyAndNeverShout', () => {
    const bad = [...english, ...russian].filter(([, text]) => text.trim() === '' || text.includes('!'));
    expect(bad).toEqual([]);
  });
});
