import { useCallback } from 'react';
import { type QuickTask, readQuickTask } from '@/lib/quickAdd';
import { wallOf } from '@/lib/zone';
import { selectLabels, selectMembers } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { useNames } from '@/ui/people';

/** Reads a typed line with this list's people and labels in mind. */
export function useQuickRead(listId: string): (line: string) => QuickTask {
  const members = useAppSelector((state) => selectMembers(state, listId));
  const labels = useAppSelector((state) => selectLabels(state, listId));
  const names = useNames();
  return useCallback(
    (line) => {
      const people = members.flatMap(({ userId }) => {
        const name = names.get(userId);
        return name ? [{ userId, name }] : [];
      });
      return readQuickTask(line, { people, labels: labels.filter((label) => label.name !== '') }, wallOf(Date.now()));
    },
    [members, labels, names],
  );
}
