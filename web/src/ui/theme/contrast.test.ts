import { describe, expect, it } from 'vitest';
import { dark, darkLabels, type LabelTone, light, lightLabels, type Tokens } from '@/ui/theme/tokens';

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const themes: [string, Tokens, Record<string, LabelTone>][] = [
  ['light', light, lightLabels],
  ['dark', dark, darkLabels],
];

describe.each(themes)('colours of the %s theme', (_, tokens, labels) => {
  const grounds = [tokens.page, tokens.surface, tokens.raised, tokens.hover];
  const tooFaint = (pairs: string[][], least: number) =>
    pairs.filter(([front = '', ground = '']) => contrast(front, ground) < least);

  it('TextIsReadableOnEveryGround', () => {
    const fronts = [tokens.text, tokens.muted];
    const pairs = grounds.flatMap((ground) => fronts.map((front) => [front, ground]));
    const accents = [tokens.accent, tokens.good, tokens.warn, tokens.bad].flatMap((front) =>
      [tokens.page, tokens.surface, tokens.raised].map((ground) => [front, ground]),
    );
    expect(tooFaint([...pairs, ...accents], 4.5)).toEqual([]);
  });

  it('TextIsReadableOnItsOwnSoftGround', () => {
    const pairs = [
      [tokens.good, tokens.goodSoft],
      [tokens.warn, tokens.warnSoft],
      [tokens.bad, tokens.badSoft],
      [tokens.accent, tokens.accentSoft],
      [tokens.text, tokens.accentSoft],
      [tokens.onAccent, tokens.accent],
      [tokens.onAccent, tokens.accentHover],
      [tokens.onBad, tokens.bad],
      [tokens.onToast, tokens.toast],
      [tokens.toastAction, tokens.toast],
      ...Object.values(labels).map(({ strong, soft }) => [strong, soft]),
    ];
    expect(tooFaint(pairs, 4.5)).toEqual([]);
  });

  it('BordersOfInputsAreSeen', () => {
    const pairs = [tokens.page, tokens.surface, tokens.raised].map((ground) => [tokens.inputBorder, ground]);
    expect(tooFaint(pairs, 3)).toEqual([]);
  });
});
