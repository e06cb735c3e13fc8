import { expect, test } from 'vitest';
import { isAbout } from '@/features/history/about';

test('ATaskPutAfterThisOneIsNoNewsOfThisOne', () => {
  const moved = { type: 'taskMoved', taskId: 'other', sectionId: 's', afterTaskId: 'mine' } as const;
  const renamed = { type: 'taskEdited', taskId: 'mine', title: 'New' } as const;
  expect(isAbout({ events: [moved], before: [{ sectionId: 's', afterTaskId: null }] }, 'mine')).toBe(false);
  expect(isAbout({ events: [moved, renamed], before: [null, { title: 'Old' }] }, 'mine')).toBe(true);
});

test('WhatTheServerAddsWithoutNamingTheTaskStays', () => {
  expect(isAbout({ events: [{ type: 'sectionDeleted', sectionId: 's' }], before: [null] }, 'mine')).toBe(true);
});
