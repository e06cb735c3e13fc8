import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isOn } from '@/lib/switches';
import { second } from '@/lib/time';
import { selectChangedTasks } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { announce } from '@/ui/announce';

const gatherMs = 4 * second;

/** Says what others changed, gathered: one sentence for a burst. A part of its own, so that no change renders the page. */
export function RemoteWords({ listId }: { listId: string }) {
  const { t } = useTranslation();
  const changed = useAppSelector((state) => selectChangedTasks(state, listId));
  const gathered = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    for (const taskId of Object.keys(changed)) gathered.current.add(taskId);
    if (gathered.current.size === 0 || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const count = gathered.current.size;
      gathered.current.clear();
      if (isOn('remoteWords')) announce(t('board.remoteChanges', { count }));
    }, gatherMs);
  }, [changed, t]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return null;
}
