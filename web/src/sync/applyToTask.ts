import type { TaskItem } from '@/contract/snapshot';
import type { TaskEvent, TaskFieldEvent, TaskPartEvent } from '@/contract/taskEvents';
import type { BoardTask } from '@/sync/board';
import type { BoardDraft } from '@/sync/draft';
import { before, Diverged, placed, placedId, withoutId } from '@/sync/order';
import type { Origin } from '@/sync/origin';

export function applyToTask(draft: BoardDraft, event: TaskEvent, origin: Origin): void {
  switch (event.type) {
    case 'taskAdded': {
      const { type: _, afterTaskId, ...fields } = event;
      const empty = { assigneeIds: [], labelIds: [], checklist: [], comments: [] };
      insert(draft, { ...empty, ...fields, createdAt: origin.at, createdBy: origin.actorId }, afterTaskId);
      return;
    }
    case 'taskMoved': {
      const moved = draft.mustTask(event.taskId);
      remove(draft, moved);
      insert(draft, { ...moved, sectionId: event.sectionId }, event.afterTaskId);
      return;
    }
    case 'taskDeleted':
    case 'taskTransferred': {
      const gone = draft.mustTask(event.taskId);
      if (event.type === 'taskDeleted')
        draft.rememberDeleted(gone, before(draft.mustSection(gone.sectionId).taskIds, gone.taskId));
      remove(draft, gone);
      draft.dropTask(gone.taskId);
      return;
    }
    case 'taskRestored':
      insert(draft, { ...event.task, sectionId: event.sectionId }, event.afterTaskId);
      draft.deleted = draft.deleted.filter((each) => each.task.taskId !== event.taskId);
      return;
    case 'taskReceived':
      insert(draft, { ...event.task, number: event.number, sectionId: event.sectionId }, event.afterTaskId);
      return;
    default: {
      const task = draft.mustTask(event.taskId);
      draft.putTask(patched(task, changed(task, event, origin)));
    }
  }
}

type Patch = { readonly [Field in keyof TaskItem]?: TaskItem[Field] | null | undefined };

function changed(task: BoardTask, event: TaskFieldEvent | TaskPartEvent, origin: Origin): Patch {
  switch (event.type) {
    case 'taskEdited': {
      const { type: _, taskId: __, ...fields } = event;
      return fields;
    }
    case 'taskCompleted':
      return { completedAt: origin.at };
    case 'taskReopened':
      return { completedAt: null };
    case 'taskParentSet':
      return { parentTaskId: event.parentTaskId };
    case 'assigned':
      return { assigneeIds: [...task.assigneeIds, event.userId] };
    case 'unassigned':
      return { assigneeIds: withoutId(task.assigneeIds, event.userId) };
    case 'taskWatched':
      return { watcherIds: [...(task.watcherIds ?? []), event.userId] };
    case 'taskUnwatched': {
      const left = withoutId(task.watcherIds ?? [], event.userId);
      return { watcherIds: left.length > 0 ? left : null };
    }
    case 'labelAdded':
      return { labelIds: [...task.labelIds, event.labelId] };
    case 'labelRemoved':
      return { labelIds: withoutId(task.labelIds, event.labelId) };
    case 'taskTransferStarted':
      return { transfer: { toListId: event.toListId } };
    case 'taskTransferCancelled':
      return { transfer: null };
    default:
      return changedPart(task, event, origin);
  }
}

function changedPart({ checklist, comments }: BoardTask, event: TaskPartEvent, origin: Origin): Patch {
  switch (event.type) {
    case 'checklistItemAdded': {
      const { itemId, text, checked } = event;
      return { checklist: placed(checklist, { itemId, text, checked }, event.afterItemId, idOfItem) };
    }
    case 'checklistItemEdited':
      return { checklist: replaced(checklist, idOfItem, event.itemId, (item) => ({ ...item, text: event.text })) };
    case 'checklistItemChecked':
      return {
        checklist: replaced(checklist, idOfItem, event.itemId, (item) => ({ ...item, checked: event.checked })),
      };
    case 'checklistItemMoved': {
      const item = found(checklist, idOfItem, event.itemId);
      const rest = checklist.filter((each) => each !== item);
      return { checklist: placed(rest, item, event.afterItemId, idOfItem) };
    }
    case 'checklistItemDeleted':
      return { checklist: checklist.filter((item) => item.itemId !== event.itemId) };
    case 'commentAdded': {
      const { type: _, taskId: __, ...comment } = event;
      return { comments: [...comments, { ...comment, authorId: origin.actorId, at: origin.at }] };
    }
    case 'commentEdited':
      return {
        comments: replaced(comments, idOfComment, event.commentId, ({ mentions: _, ...comment }) => ({
          ...comment,
          text: event.text,
          editedAt: origin.at,
          ...(event.mentions ? { mentions: event.mentions } : {}),
        })),
      };
    case 'commentDeleted':
      return { comments: comments.filter((comment) => comment.commentId !== event.commentId) };
    case 'commentRestored':
      return { comments: placed(comments, event.comment, event.afterCommentId, idOfComment) };
  }
}

const idOfItem = (item: { readonly itemId: string }) => item.itemId;
const idOfComment = (comment: { readonly commentId: string }) => comment.commentId;

function found<T>(all: readonly T[], idOf: (each: T) => string, id: string): T {
  const one = all.find((each) => idOf(each) === id);
  if (one === undefined) throw new Diverged('part not found');
  return one;
}

function replaced<T>(all: readonly T[], idOf: (each: T) => string, id: string, change: (old: T) => T): T[] {
  const old = found(all, idOf, id);
  return all.map((each) => (each === old ? change(old) : each));
}

function insert(draft: BoardDraft, added: BoardTask, afterTaskId: string | null): void {
  const target = draft.mustSection(added.sectionId);
  draft.putSection({ ...target, taskIds: placedId(target.taskIds, added.taskId, afterTaskId) });
  draft.putTask(added);
  draft.lastNumber = Math.max(draft.lastNumber, added.number);
}

function remove(draft: BoardDraft, gone: BoardTask): void {
  const source = draft.mustSection(gone.sectionId);
  draft.putSection({ ...source, taskIds: withoutId(source.taskIds, gone.taskId) });
}

/** Null takes a field away: an absent field is how "empty" is written everywhere. */
function patched(old: BoardTask, patch: Patch): BoardTask {
  const fields = Object.entries({ ...old, ...patch }).filter(([, value]) => value !== null && value !== undefined);
  // These may be null and still mean something: nobody made it.
  return { ...(Object.fromEntries(fields) as unknown as BoardTask), createdBy: old.createdBy };
}
