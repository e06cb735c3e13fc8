import { Suspense, useCallback, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ArchivedNotice } from '@/app/ArchivedNotice';
import { ListBar } from '@/app/ListBar';
import styles from '@/app/ListPage.module.css';
import { ListState } from '@/app/ListState';
import { ListViews } from '@/app/ListViews';
import {
  ConflictStrip,
  HelpDialog,
  History,
  HistoryDrawer,
  MoveDialog,
  Palette,
  PastBar,
  SelectionBar,
  TaskPanel,
} from '@/app/onDemand';
import { RemoteWords } from '@/app/RemoteWords';
import { Transfers } from '@/app/Transfers';
import { useInHand } from '@/app/useInHand';
import { useListActions } from '@/app/useListActions';
import { useListNames } from '@/app/useListNames';
import { useOpenList } from '@/app/useOpenList';
import { usePaletteEntries } from '@/app/usePaletteEntries';
import { usePresence } from '@/app/usePresence';
import { useRemoveTasks } from '@/app/useRemoveTasks';
import { useShortcuts } from '@/app/useShortcuts';
import { useTaskActions } from '@/app/useTaskActions';
import { useTaskRoute } from '@/app/useTaskRoute';
import { useViewRoute } from '@/app/useViewRoute';
import type { BoardHandle } from '@/features/board/boardCommands';
import { selectCanEdit } from '@/state/board';
import { selectClashCount } from '@/state/clashes';
import { useAppSelector } from '@/state/hooks';
import { selectSelectedIds } from '@/state/selection';
import { PeopleContext } from '@/ui/people';

/** One list: the only place where board, task and dialogs meet; they do not know each other. */
export function ListPage() {
  const { listId = '', taskId } = useParams();
  const navigate = useNavigate();
  const scope = useOpenList(listId);
  const names = useListNames(listId, scope);
  const board = useRef<BoardHandle>(undefined);
  const canEdit = useAppSelector((state) => selectCanEdit(state, listId));
  const [movingIds, setMovingIds] = useState<readonly string[]>([]);
  const [leavingIds, setLeavingIds] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<'palette' | 'help'>();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const [past, setPast] = useState<{ readonly start?: number }>();
  const filterInput = useRef<HTMLInputElement>(null);
  const viewRoute = useViewRoute();

  const route = useTaskRoute(listId, board);
  const editTitle = useCallback((id: string) => board.current?.editTitle(id), []);
  const addTask = useCallback(() => board.current?.addTask(), []);
  const openPalette = useCallback(() => setDialog('palette'), []);
  const openHelp = useCallback(() => setDialog('help'), []);
  const find = useCallback(() => filterInput.current?.focus(), []);
  const remove = useRemoveTasks(listId, taskId, route.showBoard, board);

  usePresence(listId, taskId);
  const inHand = useInHand(taskId);
  const taskActions = useTaskActions(listId, canEdit, {
    open: route.open,
    editTitle,
    move: setMovingIds,
    transfer: setLeavingIds,
    remove,
  });
  const actions = useListActions(listId, canEdit, {
    addTask,
    openPalette,
    openHelp,
    find,
    setView: viewRoute.setView,
    toggleMine: viewRoute.toggleMine,
  });
  useShortcuts(actions, taskActions, inHand);
  const hasClash = useAppSelector((state) => selectClashCount(state, listId) > 0);
  const hasSelection = useAppSelector((state) => selectSelectedIds(state).length > 0);
  const entries = usePaletteEntries(listId, dialog === 'palette', { actions, taskActions, inHand, open: route.open });

  if (scope !== 'shown') return <ListState kind={scope} />;
  const search = (words: string) => void navigate(`/search?q=${encodeURIComponent(words)}`);
  const close = () => setDialog(undefined);
  return (
    <PeopleContext.Provider value={names}>
      <div className={styles['page']} key={listId}>
        <ListBar
          listId={listId}
          route={viewRoute}
          filterInput={filterInput}
          onHistory={() => setHistoryOpen(true)}
          onPast={() => setPast({})}
        />
        <RemoteWords listId={listId} />
        <ArchivedNotice listId={listId} />
        <Suspense>{hasClash && <ConflictStrip listId={listId} />}</Suspense>
        <Suspense>
          {past && <PastBar key={past.start} listId={listId} start={past.start} onClose={() => setPast(undefined)} />}
        </Suspense>
        <div className={styles['floor']}>
          <ListViews
            listId={listId}
            openTaskId={taskId}
            canEdit={canEdit}
            handle={board}
            onOpen={route.open}
            actions={taskActions}
            route={viewRoute}
          />
          <Suspense>
            {isHistoryOpen && !taskId && (
              <HistoryDrawer
                listId={listId}
                canEdit={canEdit}
                onLook={(version) => setPast({ start: version })}
                onClose={() => setHistoryOpen(false)}
              />
            )}
            {taskId && (
              <TaskPanel
                listId={listId}
                taskId={taskId}
                field={route.field}
                onClose={() => route.showBoard(taskId)}
                onMoveAsked={(id) => setMovingIds([id])}
                onTransferAsked={(id) => setLeavingIds([id])}
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
        <Transfers
          listId={listId}
          askedIds={leavingIds}
          onClose={() => setLeavingIds([])}
          onSent={() => taskId && route.showBoard()}
        />
        <Suspense>
          {hasSelection && <SelectionBar actions={taskActions} />}
          {dialog === 'palette' && <Palette entries={entries} onSearch={search} onClose={close} />}
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
