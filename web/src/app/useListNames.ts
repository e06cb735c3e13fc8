import { useEffect, useMemo } from 'react';
import type { ListShown } from '@/app/useOpenList';
import { usePeopleQuery } from '@/state/api';
import { selectMembers } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import type { Names } from '@/ui/people';

/** Names are never in the log: they are asked for once, and again when somebody unknown has joined. */
export function useListNames(listId: string, shown: ListShown): Names {
  const { data, refetch, isFetching } = usePeopleQuery(listId, { skip: shown !== 'shown' });
  const members = useAppSelector((state) => selectMembers(state, listId));
  const names = useMemo(() => new Map(data?.map((person) => [person.userId, person.displayName])), [data]);

  const unknown = members.find((member) => !names.has(member.userId))?.userId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per newcomer, not again because the answer came.
  useEffect(() => {
    if (unknown && data && !isFetching) void refetch();
  }, [unknown]);

  return names;
}
