import { useEffect, useRef } from 'react';
import { selectTask } from '@/state/board';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { noticeShown } from '@/state/notices';

export interface Sent {
  readonly commandId: string;
  readonly taskId: string;
  readonly toListName: string;
}

interface Props {
  listId: string;
  sent: Sent;
  onEnd: () => void;
}

/** Says how a transfer ended: the task has left, or the other list did not take it. Draws nothing. */
export function TransferWord({ listId, sent, onEnd }: Props) {
  const dispatch = useAppDispatch();
  const wasFrozen = useRef(false);
  const stage = useAppSelector((state) => {
    const task = selectTask(state, listId, sent.taskId);
    if (!task) return 'gone';
    return task.transfer ? 'frozen' : 'here';
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the stage is the trigger; the rest never changes for one transfer.
  useEffect(() => {
    if (stage === 'frozen') wasFrozen.current = true;
    const isOver = stage === 'gone' || (stage === 'here' && wasFrozen.current);
    if (!isOver) return;
    const params = { list: sent.toListName };
    if (stage === 'gone') dispatch(noticeShown({ kind: 'success', code: 'transferred', params }));
    else dispatch(noticeShown({ kind: 'warning', code: 'transferCancelled', params }));
    onEnd();
  }, [stage]);
  return null;
}
