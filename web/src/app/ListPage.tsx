import { lazy, Suspense, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ListBar } from '@/app/ListBar';
import styles from '@/app/ListPage.module.css';
import { ListState } from '@/app/ListState';
import { useDeleteTask } from '@/app/useDeleteTask';
import { useListNames } from '@/app/useListNames';
import { useOpenList } from '@/app/useOpenList';
import { Board } from '@/features/board/Board';
import { MoveDialog } from '@/features/move/MoveDialog';
import { selectCanEdit, selectTask } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { PeopleContext } from '@/ui/people';

// Together, because the board needs neither to be painted.
const TaskPanel = lazy(async () => ({ default: (await import('@/features/task/TaskPanel')).TaskPanel }));
const History = lazy(async () => ({ default: (await import('@/features/history/History')).History }));

/** One list: the only place where board, task and dialogs meet; they do not know each other. */
export function ListPage() {
  const { listId = '', taskId } = useParams();
  const navigate = useNavigate();
  const scope = useOpenList(listId);
  const names = useListNames(listId, scope);
  const focusCard = useRef<(taskId: string) => void>(undefined);
  const [movingId, setMovingId] = useState<string>();
  const movingTask = useAppSelector((state) => (movingId ? selectTask(state, listId, movingId) : undefined));

  const canEdit = useAppSelector((state) => selectCanEdit(state, listId));
  const openTask = (id: string) => navigate(`/l/${listId}/t/${id}`);

  const showBoard = (focusId?: string) => {
    navigate(`/l/${listId}`);
    if (focusId) requestAnimationFrame(() => focusCard.current?.(focusId));
  };
  const deleteTask = useDeleteTask(listId, (nextId) =>
    taskId ? showBoard(nextId) : nextId && focusCard.current?.(nextId),
  );

  if (scope !== 'shown') return <ListState kind={scope} />;
  return (
    <PeopleContext.Provider value={names}>
      <div className={styles['page']} key={listId}>
        <ListBar listId={listId} />
        <div className={styles['floor']}>
          <Board
            listId={listId}
            openTaskId={taskId}
            focusCard={focusCard}
            onOpen={openTask}
            onMoveAsked={setMovingId}
            onDelete={deleteTask}
          />
          {taskId && (
            <Suspense>
              <TaskPanel
                listId={listId}
                taskId={taskId}
                onClose={() => showBoard(taskId)}
                onMoveAsked={setMovingId}
                onDelete={deleteTask}
                onOpen={openTask}
                history={
                  <Suspense>
                    <History listId={listId} taskId={taskId} canEdit={canEdit} />
                  </Suspense>
                }
              />
            </Suspense>
          )}
        </div>
        {movingTask && (
          <MoveDialog
            listId={listId}
            task={movingTask}
            onClose={() => {
              setMovingId(undefined);
              // Once the dialog has given the focus back to a place that may have moved away.
              if (!taskId) setTimeout(() => focusCard.current?.(movingTask.taskId));
            }}
          />
        )}
      </div>
    </PeopleContext.Provider>
  );
}
