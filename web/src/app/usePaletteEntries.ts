import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'react-redux';
import { useNavigate } from 'react-router';
import type { PaletteEntry } from '@/features/palette/entries';
import { useMyListsQuery } from '@/state/api';
import { selectAllTasks, selectScope } from '@/state/board';
import { taskNumber } from '@/state/family';
import type { RootState } from '@/state/store';
import type { Action, TaskAction } from '@/ui/actions';

const places = [
  { path: '/search', words: 'across.search', icon: 'search' },
  { path: '/tasks', words: 'across.mine', icon: 'checklist' },
  { path: '/', words: 'shell.home', icon: 'home' },
  { path: '/inbox', words: 'inbox.title', icon: 'inbox' },
] as const;

interface Parts {
  readonly actions: readonly Action[];
  readonly taskActions: readonly TaskAction[];
  readonly inHand: () => readonly string[];
  readonly open: (taskId: string) => void;
}

/** What the palette offers: first what can be done with the task in hand, then the page, then places, then every task. */
export function usePaletteEntries(listId: string, isOpen: boolean, parts: Parts): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const store = useStore<RootState>();
  const { data: lists } = useMyListsQuery();
  const { actions, taskActions, inHand, open } = parts;

  return useMemo(() => {
    if (!isOpen) return [];
    // Taken when the palette opens: its own field has the focus afterwards.
    const taskIds = inHand();
    const state = store.getState();
    const scope = selectScope(state, listId);
    const onTasks = taskIds.length === 0 ? [] : taskActions;
    return [
      ...onTasks.map(({ run, ...action }): PaletteEntry => ({ ...action, run: () => run(taskIds) })),
      ...actions.filter((action) => action.id !== 'palette'),
      ...places.map(
        ({ path, words, icon }): PaletteEntry => ({
          id: path,
          words: t(words),
          icon,
          hint: t('actions.goTo'),
          run: () => navigate(path),
        }),
      ),
      ...(lists ?? [])
        .filter((list) => list.listId !== listId)
        .map(
          (list): PaletteEntry => ({
            id: list.listId,
            words: list.name,
            icon: 'board',
            hint: t('actions.list'),
            run: () => navigate(`/l/${list.listId}`),
          }),
        ),
      ...selectAllTasks(state, listId).map(
        (task): PaletteEntry => ({
          id: task.taskId,
          words: task.title,
          icon: task.completedAt ? 'checkCircle' : 'circle',
          hint: taskNumber(scope, task.number) ?? t('actions.task'),
          isSearched: true,
          run: () => open(task.taskId),
        }),
      ),
    ];
  }, [isOpen, actions, taskActions, inHand, open, lists, listId, navigate, store, t]);
}
