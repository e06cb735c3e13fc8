import type { ListScope } from '@/state/board';
import { type BoardState, type BoardTask, selectTask, selectView } from '@/state/board';
import type { SessionState } from '@/state/session';
import { type Board, tasksOf } from '@/sync/board';

interface Root {
  readonly board: BoardState;
  readonly session: SessionState;
}

// A board never changes in place, so what follows from it is worked out once for each.
const children = new WeakMap<Board, ReadonlyMap<string, readonly BoardTask[]>>();
const none: readonly BoardTask[] = [];

function childrenIn(board: Board): ReadonlyMap<string, readonly BoardTask[]> {
  let found = children.get(board);
  if (!found) {
    const byParent = new Map<string, BoardTask[]>();
    for (const task of tasksOf(board)) {
      if (task.parentTaskId === undefined) continue;
      const siblings = byParent.get(task.parentTaskId);
      if (siblings) siblings.push(task);
      else byParent.set(task.parentTaskId, [task]);
    }
    for (const siblings of byParent.values()) siblings.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
    found = byParent;
    children.set(board, found);
  }
  return found;
}

/** The tasks that name this one as their parent, oldest first. */
export function selectChildren(state: Root, listId: string, taskId: string): readonly BoardTask[] {
  const view = selectView(state, listId);
  return (view && childrenIn(view).get(taskId)) ?? none;
}

/** Undefined also where the parent was deleted: the name of it is kept, but there is nothing to show. */
export function selectParent(state: Root, listId: string, taskId: string): BoardTask | undefined {
  const parentTaskId = selectTask(state, listId, taskId)?.parentTaskId;
  return parentTaskId === undefined ? undefined : selectTask(state, listId, parentTaskId);
}

/** All tasks but this one and those below it: what it may be put under. */
export function parentChoices(view: Board, taskId: string): BoardTask[] {
  const below = new Set([taskId]);
  const queue = [taskId];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const child of childrenIn(view).get(next) ?? []) {
      if (below.has(child.taskId)) continue;
      below.add(child.taskId);
      queue.push(child.taskId);
    }
  }
  return tasksOf(view).filter((task) => !below.has(task.taskId));
}

/** OPS-42, or the bare number in a list without letters; nothing before the server has given one. */
export function taskNumber({ key }: Pick<ListScope, 'key'>, number: number): string | undefined {
  if (number === 0) return undefined;
  return key === undefined ? `#${number}` : `${key}-${number}`;
}
