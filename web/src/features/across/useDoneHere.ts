import { useCallback, useState } from 'react';
import type { MyTask } from '@/contract/search';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';

const keyOf = ({ listId, taskId }: MyTask) => `${listId} ${taskId}`;

/** Completes tasks of lists that are not open. The answer to this page's question is behind by a moment, so it is remembered. */
export function useDoneHere() {
  const dispatch = useAppDispatch();
  const [done, setDone] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isDone = useCallback((task: MyTask) => done.get(keyOf(task)) ?? task.completedAt !== undefined, [done]);
  const toggle = (task: MyTask) => {
    const will = !isDone(task);
    setDone((old) => new Map(old).set(keyOf(task), will));
    dispatch(execute(task.listId, { type: will ? 'completeTask' : 'reopenTask', taskId: task.taskId }));
  };
  return { isDone, toggle };
}
