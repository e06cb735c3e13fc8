// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { forgetDrafts, keepDraft, readDraft } from '@/lib/drafts';

beforeEach(() => localStorage.clear());

test('ADraftIsKeptUntilItIsSent', () => {
  keepDraft('comment t', 'half a');
  keepDraft('description t', 'words');
  expect(readDraft('comment t')).toBe('half a');
  keepDraft('comment t', '');
  expect(readDraft('comment t')).toBeUndefined();
  expect(readDraft('description t')).toBe('words');
});

test('OnlyTheNewestHundredAreKept', () => {
  for (let at = 0; at <= 100; at++) keepDraft(`place ${at}`, 'x');
  expect(readDraft('place 0')).toBeUndefined();
  expect(readDraft('place 100')).toBe('x');
});

test('SigningOutLeavesNothing', () => {
  keepDraft('comment t', 'mine');
  forgetDrafts();
  expect(localStorage.length).toBe(0);
});

test('ABrowserThatKeepsNothingOrHoldsNonsenseBreaksNothing', () => {
  localStorage.setItem('tasklist.drafts', '{broken');
  expect(readDraft('comment t')).toBeUndefined();
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  expect(() => keepDraft('comment t', 'x')).not.toThrow();
});
