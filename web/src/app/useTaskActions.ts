import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'react-redux';
import { assigning, completing, prioritizing } from '@/app/taskCommands';
import type { SingleCommand } from '@/contract/commands';
import { type BoardTask, selectTask } from '@/state/board';
import { executeAll } from '@/state/execute';
import { selectShownIds } from '@/state/filter';
import { withoutFrozen } from '@/state/frozen';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices';
import { selectionAdded, selectionCleared, selectionToggled } from '@/state/selection';
import type { RootState } from '@/state/store';
import type { TaskAction } from '@/ui/actions';
import { announce } from '@/ui/announce';

export type PanelField = 'assignees' | 'labels' | 'due';

export interface TaskDeeds {
  readonly open: (taskId: string, field?: PanelField) => void;
  readonly editTitle: (taskId: string) => void;
  readonly move: (taskIds: readonly string[]) => void;
  readonly transfer: (taskIds: readonly string[]) => void;
  readonly remove: (taskIds: readonly string[]) => void;
}

const priorities = [1, 2, 3, 4] as const;

/** Everything that can be done to tasks, from which keys, the card's menu, the palette and the help are made. */
export function useTaskActions(listId: string, canEdit: boolean, deeds: TaskDeeds): readonly TaskAction[] {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const store = useStore<RootState>();
  const { open, editTitle, move, transfer, remove } = deeds;

  return useMemo(() => {
    const first = (act: (taskId: string) => void) => (taskIds: readonly string[]) => {
      if (taskIds[0]) act(taskIds[0]);
    };
    const all = (commandsFor: (tasks: readonly BoardTask[], me: string) => SingleCommand[]) => {
      return (taskIds: readonly string[]) => {
        const state = store.getState();
        const tasks = taskIds.flatMap((taskId) => selectTask(state, listId, taskId) ?? []);
        const commands = commandsFor(tasks, state.session.user?.userId ?? '');
        dispatch(executeAll(listId, commands));
        if (commands.length > 0) announce(t('actions.done', { count: commands.length }));
      };
    };
    const looking: TaskAction[] = [
      { id: 'open', words: t('board.open'), icon: 'right', keys: ['Enter'], run: first((id) => open(id)) },
      {
        id: 'copyLink',
        words: t('actions.copyLink'),
        icon: 'link',
        keys: ['Period'],
        run: first((id) => {
          void navigator.clipboard
            .writeText(`${location.origin}/l/${listId}/t/${id}`)
            .then(() => dispatch(noticeShown({ kind: 'info', code: 'linkCopied' })));
        }),
      },
    ];
    if (!canEdit) return looking;
    const changing: TaskAction[] = [
      { id: 'editTitle', words: t('board.editTitle'), icon: 'edit', keys: ['KeyT', 'F2'], run: first(editTitle) },
      { id: 'complete', words: t('actions.complete'), icon: 'checkCircle', keys: ['Space'], run: all(completing) },
      { id: 'move', words: t('board.moveTo'), icon: 'move', keys: ['KeyM'], run: move },
      { id: 'transfer', words: t('board.transferTo'), icon: 'leave', keys: ['Shift+KeyM'], run: transfer },
      {
        id: 'assignMe',
        words: t('actions.assignMe'),
        icon: 'person',
        keys: ['KeyI'],
        run: all((tasks, me) => assigning(tasks, me)),
      },
      {
        id: 'assign',
        words: t('actions.assign'),
        icon: 'people',
        keys: ['KeyA'],
        run: first((id) => open(id, 'assignees')),
      },
      { id: 'labels', words: t('actions.labels'), icon: 'tag', keys: ['KeyL'], run: first((id) => open(id, 'labels')) },
      { id: 'due', words: t('actions.due'), icon: 'calendar', keys: ['KeyD'], run: first((id) => open(id, 'due')) },
      ...priorities.map(
        (priority): TaskAction => ({
          id: `priority${priority}`,
          words: t('actions.priority', { name: t(`task.priorities.${priority}`) }),
          icon: `priority${priority}`,
          keys: [`Digit${priority}`],
          isQuiet: true,
          run: all((tasks) => prioritizing(tasks, priority)),
        }),
      ),
      {
        id: 'priority0',
        words: t('task.priorityClear'),
        icon: 'priority0',
        keys: ['Digit0'],
        isQuiet: true,
        run: all((tasks) => prioritizing(tasks, null)),
      },
      { id: 'delete', words: t('board.delete'), icon: 'trash', keys: ['Delete'], run: remove },
    ];
    const selecting: TaskAction[] = [
      {
        id: 'select',
        words: t('actions.select'),
        icon: 'check',
        keys: ['KeyX'],
        isQuiet: true,
        run: first((id) => dispatch(selectionToggled(id))),
      },
      {
        id: 'selectSection',
        words: t('actions.selectSection'),
        icon: 'check',
        keys: ['Mod+KeyA'],
        isQuiet: true,
        run: first((id) => {
          const state = store.getState();
          const sectionId = selectTask(state, listId, id)?.sectionId;
          if (sectionId !== undefined) dispatch(selectionAdded(selectShownIds(state, listId, sectionId)));
        }),
      },
      {
        id: 'deselect',
        words: t('actions.deselect'),
        icon: 'close',
        keys: ['Escape'],
        isQuiet: true,
        run: () => dispatch(selectionCleared()),
      },
    ];
    const [opening, ...others] = looking;
    const free = (action: TaskAction): TaskAction => ({
      ...action,
      run: (taskIds) => {
        const left = dispatch(withoutFrozen(listId, taskIds));
        if (left.length > 0) action.run(left);
      },
    });
    const [last, ...rest] = changing.map(free).reverse();
    return [opening, ...rest.reverse(), ...selecting, ...others, last].filter((each) => each !== undefined);
  }, [t, dispatch, store, listId, canEdit, open, editTitle, move, transfer, remove]);
}
