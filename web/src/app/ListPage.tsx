import { Suspense, useCallback, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { ListBar } from '@/app/ListBar';
import styles from '@/app/ListPage.module.css';
import { ListState } from '@/app/ListState';
import { HelpDialog, History, MoveDialog, Palette, SelectionBar, TaskPanel } from '@/app/onDemand';
import { useInHand } from '@/app/useInHand';
import { useListActions } from '@/app/useListActions';
import { useListNames } from '@/app/useListNames';
import { useOpenList } from '@/app/useOpenList';
import { usePaletteEntries } from '@/app/usePaletteEntries';
import { useRemoveTasks } from '@/app/useRemoveTasks';
import { useShortcuts } from '@/app/useShortcuts';
import { useTaskActions } from '@/app/useTaskActions';
import { useTaskRoute } from '@/app/useTaskRoute';
import { Board } from '@/features/board/Board';
import type { BoardHandle } from '@/features/board/boardCommands';
import { selectCanEdit } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { selectSelectedIds } from '@/state/selection';
import { PeopleContext } from '@/ui/people';

/** One list: the only place where board, task and dialogs meet; they do not know each other. */
export function ListPage() {
  const { listId = '', taskId } = useParams();
  const scope = useOpenList(listId);
  const names = useListNames(listId, scope);
  const board = useRef<BoardHandle>(undefined);
  const canEdit = useAppSelector((state) => selectCanEdit(state, listId));
  const [movingIds, setMovingIds] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<'palette' | 'help'>();

  const route = useTaskRoute(listId, board);
  const editTitle = useCallback((id: string) => board.current?.editTitle(id), []);
  const addTask = useCallback(() => board.current?.addTask(), []);
  const openPalette = useCallback(() => setDialog('palette'), []);
  const openHelp = useCallback(() => setDialog('help'), []);
  const remove = useRemoveTasks(listId, taskId, route.showBoard, board);

  const inHand = useInHand(taskId);
  const taskActions = useTaskActions(listId, canEdit, { open: route.open, editTitle, move: setMovingIds, remove });
  const actions = useListActions(listId, canEdit, { addTask, openPalette, openHelp });
  useShortcuts(actions, taskActions, inHand);
  const hasSelection = useAppSelector((state) => selectSelectedIds(state).length > 0);
  const entries = usePaletteEntries(listId, dialog === 'palette', { actions, taskActions, inHand, open: route.open });

  if (scope !== 'shown') return <ListState kind={scope} />;
  const close = () => setDialog(undefined);
  return (
    <PeopleContext.Provider value={names}>
      <div className={styles['page']} key={listId}>
        <ListBar listId={listId} />
        <div className={styles['floor']}>
          <Board listId={listId} openTaskId={taskId} handle={board} onOpen={route.open} actions={taskActions} />
          <Suspense>
            {taskId && (
              <TaskPanel
                listId={listId}
                taskId={taskId}
                field={route.field}
                onClose={() => route.showBoard(taskId)}
                onMoveAsked={(id) => setMovingIds([id])}
                onDelete={(id) => remove([id])}
                onOpen={route.open}
                history={
                  <Suspense>
                    <History listId={listId} taskId={taskId} canEdit={canEdit} />
                  </Suspense>
                }
              />
            )}
          </Suspense>
        </div>
        <Suspense>
          {hasSelection && <SelectionBar actions={taskActions} />}
          {dialog === 'palette' && <Palette entries={entries} onClose={close} />}
          {dialog === 'help' && <HelpDialog actions={actions} taskActions={taskActions} onClose={close} />}
          {movingIds.length > 0 && (
            <MoveDialog
              listId={listId}
              taskIds={movingIds}
              onClose={() => {
                setMovingIds([]);
                // Once the dialog has given the focus back to a place that may have moved away.
                if (!taskId) setTimeout(() => movingIds[0] && board.current?.focus(movingIds[0]));
              }}
            />
          )}
        </Suspense>
      </div>
    </PeopleContext.Provider>
  );
}
