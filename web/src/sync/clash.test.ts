import { expect, test } from 'vitest';
import { clashOf } from '@/sync/clash';

const theirs = { theirs: 'Their words', byActorId: 'ivan', atVersion: 7 };
const sent = { commandId: 'c', baseVersion: 5 };

test('TheWayBackNamesOnlyTheFieldTheyHadChanged', () => {
  const command = { ...sent, type: 'editTask', taskId: 't', title: 'Mine', priority: 1 } as const;
  expect(clashOf(command, { ...theirs, field: 'title' })).toEqual({
    field: 'title',
    mine: 'Mine',
    theirs: 'Their words',
    byActorId: 'ivan',
    taskId: 't',
    back: { type: 'editTask', taskId: 't', title: 'Their words' },
  });
  const cleared = { ...command, description: 'Mine' };
  expect(clashOf(cleared, { ...theirs, field: 'description', theirs: undefined })?.back).toEqual({
    type: 'editTask',
    taskId: 't',
    description: null,
  });
});

test('ALabelIsNamedWholeAndAnItemByBothItsIds', () => {
  const label = { ...sent, type: 'defineLabel', labelId: 'l', name: 'Mine', color: 'red' } as const;
  expect(clashOf(label, { ...theirs, field: 'name' })?.back).toEqual({
    type: 'defineLabel',
    labelId: 'l',
    name: 'Their words',
    color: 'red',
  });
  const item = { ...sent, type: 'editChecklistItem', taskId: 't', itemId: 'i', text: 'Mine' } as const;
  expect(clashOf(item, { ...theirs, field: 'text' })?.back).toEqual({
    type: 'editChecklistItem',
    taskId: 't',
    itemId: 'i',
    text: 'Their words',
  });
});

test('WhereThereIsNothingToChooseNothingIsOffered', () => {
  const move = { ...sent, type: 'moveTask', taskId: 't', sectionId: 's' } as const;
  expect(clashOf(move, { ...theirs, field: 'place' })).toBeUndefined();
  const bulk = { ...sent, type: 'bulk', commands: [] } as const;
  expect(clashOf(bulk, { ...theirs, field: 'title' })).toBeUndefined();
});
