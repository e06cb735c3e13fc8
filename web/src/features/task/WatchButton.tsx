import { useTranslation } from 'react-i18next';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { IconAction } from '@/ui/IconAction';

interface Props {
  listId: string;
  task: BoardTask;
  me: string;
}

/** Who watches a task hears of what happens to it, whatever the role. */
export function WatchButton({ listId, task, me }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { taskId, watcherIds = [] } = task;
  const isWatching = watcherIds.includes(me);
  return (
    <IconAction
      icon={isWatching ? 'eye' : 'eyeOff'}
      color={isWatching ? 'primary' : 'default'}
      label={t(isWatching ? 'task.unwatch' : 'task.watch')}
      aria-pressed={isWatching}
      data-testid="watch"
      onClick={() => dispatch(execute(listId, { type: isWatching ? 'unwatchTask' : 'watchTask', taskId }))}
    />
  );
}
