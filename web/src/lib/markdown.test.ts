import { expect, test } from 'vitest';
import { type Inline, parseInline, parseMarkdown } from '@/lib/markdown';

const links = (nodes: readonly Inline[]) => nodes.flatMap((node) => (node.kind === 'link' ? [node.href] : []));

test('BlocksArePutApart', () => {
  const kinds = parseMarkdown('# Plan\nfirst\nsecond\n\n- a\n- [x] b\n\n1. one\n\n> said\n\n---\n```\nlet x\n```').map(
    (block) => block.kind,
  );
  expect(kinds).toEqual(['heading', 'paragraph', 'list', 'list', 'quote', 'rule', 'code']);
});

test('LineBreaksInAParagraphAreKept', () => {
  expect(parseMarkdown('one\ntwo')).toEqual([
    { kind: 'paragraph', lines: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]] },
  ]);
});

test('TickedLinesSayWhetherTheyAreDone', () => {
  const [list] = parseMarkdown('- [ ] open\n- [x] done');
  expect(list?.kind === 'list' && list.items.map((item) => item.checked)).toEqual([false, true]);
});

test('OnlyAddressesThatOpenSomethingBecomeLinks', () => {
  expect(links(parseInline('[a](https://example.org) [b](mailto:x@example.org) [c](/l/1)'))).toEqual([
    'https://example.org',
    'mailto:x@example.org',
    '/l/1',
  ]);
  for (const bad of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x'])
    expect(links(parseInline(`[x](${bad})`))).toEqual([]);
});

test('TheFullStopAfterAnAddressIsNotPartOfIt', () => {
  expect(links(parseInline('See https://example.org/a.'))).toEqual(['https://example.org/a']);
});

test('UnderscoresInsideWordsAreNoEmphasis', () => {
  expect(parseInline('snake_case_name')).toEqual([{ kind: 'text', text: 'snake_case_name' }]);
  expect(parseInline('это _важно_')).toEqual([
    { kind: 'text', text: 'это ' },
    { kind: 'em', children: [{ kind: 'text', text: 'важно' }] },
  ]);
});

test('TagsStayText', () => {
  expect(parseInline('<img src=x onerror=alert(1)>')).toEqual([{ kind: 'text', text: '<img src=x onerror=alert(1)>' }]);
});

test('ALongTextOfMarksIsReadInNoTime', () => {
  const started = performance.now();
  parseMarkdown('*_'.repeat(16_000));
  parseMarkdown('['.repeat(32_000));
  parseMarkdown('**a'.repeat(10_000));
  expect(performance.now() - started).toBeLessThan(5_000);
});
