import type { CommandBody, SingleCommand } from '@/contract/commands';
import type { TaskCommand } from '@/contract/taskCommands';
import { uuidv7 } from '@/lib/uuidv7';
import { type Board, type BoardTask, tasksOf } from '@/sync/board';

type OnList = (board: Board, pick: number, sectionId: string) => SingleCommand | undefined;
type OnTask = (task: BoardTask, pick: number, board: Board, sectionId: string) => TaskCommand | undefined;

const anchorOf = (board: Board) => tasksOf(board).at(-1)?.taskId;
const added = (pick: number, sectionId: string) =>
  ({ type: 'addTask', taskId: uuidv7(), sectionId, title: `task ${pick}` }) as const;

const onList = {
  addTask: (_, pick, sectionId) => added(pick, sectionId),
  addFirst: (_, pick, sectionId) => ({ ...added(pick, sectionId), afterTaskId: null }),
  addAfter: (board, pick, sectionId) => {
    const afterTaskId = anchorOf(board);
    return { ...added(pick, sectionId), ...(afterTaskId ? { afterTaskId } : {}) };
  },
  addChild: (board, pick, sectionId) => {
    const parentTaskId = anchorOf(board);
    return { ...added(pick, sectionId), priority: 1, ...(parentTaskId ? { parentTaskId } : {}) };
  },
  restore: ({ deleted }) => {
    const taskId = deleted.at(-1)?.task.taskId;
    return taskId === undefined ? undefined : { type: 'restoreTask', taskId };
  },
  addSection: (_, pick) => ({ type: 'addSection', sectionId: uuidv7(), name: `section ${pick}` }),
  dropSection: (_, pick, sectionId) => (pick % 5 === 0 ? { type: 'deleteSection', sectionId } : undefined),
  limit: (_, pick, sectionId) => ({ type: 'setSectionLimit', sectionId, limit: pick % 2 === 0 ? pick + 1 : null }),
  defineLabel: (_, pick) => ({ type: 'defineLabel', labelId: uuidv7(), name: `label ${pick}`, color: 'red' }),
  dropLabel: ({ labels }) => {
    const labelId = labels.at(-1)?.labelId;
    return labelId === undefined ? undefined : { type: 'deleteLabel', labelId };
  },
  archive: (_, pick) => ({ type: pick % 2 === 0 ? 'archiveList' : 'unarchiveList' }),
} satisfies Record<string, OnList>;

const onTask = {
  rename: ({ taskId }, pick) => ({ type: 'editTask', taskId, title: `renamed ${pick}` }),
  priority: ({ taskId }, pick) => ({ type: 'editTask', taskId, priority: pick % 2 === 0 ? (pick % 4) + 1 : null }),
  move: ({ taskId }, pick, board, sectionId) => ({
    type: 'moveTask',
    taskId,
    sectionId,
    afterTaskId: pick % 2 === 0 ? null : (anchorOf(board) ?? null),
  }),
  complete: ({ taskId }, pick) => ({ type: pick % 2 === 0 ? 'completeTask' : 'reopenTask', taskId }),
  delete: ({ taskId }) => ({ type: 'deleteTask', taskId }),
  transfer: ({ taskId, transfer }) =>
    transfer ? undefined : { type: 'transferTask', taskId, toListId: 'other', toSectionId: 's9' },
  parent: ({ taskId }, pick, board) => ({
    type: 'setParent',
    taskId,
    parentTaskId: pick % 2 === 0 ? null : (anchorOf(board) ?? null),
  }),
  watch: ({ taskId }, pick) => ({ type: pick % 2 === 0 ? 'watchTask' : 'unwatchTask', taskId }),
  label: ({ taskId }, _, { labels }) => {
    const labelId = labels.at(-1)?.labelId;
    return labelId === undefined ? undefined : { type: 'addLabel', taskId, labelId };
  },
  comment: ({ taskId }, pick) => ({ type: 'addComment', taskId, commentId: uuidv7(), text: `word ${pick}` }),
  editComment: ({ taskId, comments }, pick) => {
    const commentId = comments[pick % (comments.length || 1)]?.commentId;
    if (commentId === undefined) return undefined;
    return pick % 2 === 0
      ? { type: 'editComment', taskId, commentId, text: `again ${pick}` }
      : { type: 'deleteComment', taskId, commentId };
  },
  item: ({ taskId, checklist }, pick) => {
    const itemId = checklist[pick % (checklist.length || 1)]?.itemId;
    if (itemId === undefined || pick % 3 === 0)
      return { type: 'addChecklistItem', taskId, itemId: uuidv7(), text: `item ${pick}` };
    return { type: 'checkChecklistItem', taskId, itemId, checked: pick % 2 === 0 };
  },
  arrangeItem: ({ taskId, checklist }, pick) => {
    const itemId = checklist[pick % (checklist.length || 1)]?.itemId;
    if (itemId === undefined) return undefined;
    return pick % 3 === 0
      ? { type: 'deleteChecklistItem', taskId, itemId }
      : { type: 'moveChecklistItem', taskId, itemId, afterItemId: null };
  },
} satisfies Record<string, OnTask>;

export type Edit = keyof typeof onList | keyof typeof onTask | 'bulk';
export const edits = [...Object.keys(onList), ...Object.keys(onTask), 'bulk'] as Edit[];

/** What somebody does who sees this board; undefined where there is nothing to do it to. */
export function commandFor(board: Board, edit: Edit, pick: number): CommandBody | undefined {
  const sectionId = board.sectionIds[pick % (board.sectionIds.length || 1)];
  if (sectionId === undefined) return undefined;
  if (edit in onList) return onList[edit as keyof typeof onList](board, pick, sectionId);
  const tasks = tasksOf(board);
  const task = tasks[pick % (tasks.length || 1)];
  if (!task) return undefined;
  if (edit !== 'bulk') return onTask[edit as keyof typeof onTask](task, pick, board, sectionId);
  const last = tasks.at(-1) ?? task;
  return {
    type: 'bulk',
    commands: [
      { type: 'completeTask', taskId: task.taskId },
      { type: 'moveTask', taskId: last.taskId, sectionId, afterTaskId: null },
    ],
  };
}
