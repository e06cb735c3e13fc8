import type { Change, ListEvent } from '@/contract/events';
import type { Section, TaskItem } from '@/contract/snapshot';
import type { BoardTask } from '@/sync/board';
import type { BoardDraft } from '@/sync/draft';
import { before, Diverged, placed, placedId, withoutId } from '@/sync/order';

/** Who and when: what an event leaves to the change that carries it. */
export type Origin = Pick<Change, 'actorId' | 'at'>;

/** Writes one event into the draft. The same table serves the server's events and the guesses for pending commands. */
export function apply(draft: BoardDraft, event: ListEvent, origin: Origin): void {
  switch (event.type) {
    case 'listCreated':
      draft.name = event.name;
      draft.members = [{ userId: event.ownerId, role: 'owner' }];
      return;
    case 'listRenamed':
      draft.name = event.name;
      return;
    case 'sectionAdded':
      draft.putSection({ sectionId: event.sectionId, name: event.name, taskIds: [] });
      draft.sectionIds = placedId(draft.sectionIds, event.sectionId, event.afterSectionId);
      return;
    case 'sectionRenamed':
      draft.putSection({ ...section(draft, event.sectionId), name: event.name });
      return;
    case 'sectionMoved':
      section(draft, event.sectionId);
      draft.sectionIds = placedId(withoutId(draft.sectionIds, event.sectionId), event.sectionId, event.afterSectionId);
      return;
    case 'sectionDeleted':
      for (const taskId of section(draft, event.sectionId).taskIds) draft.dropTask(taskId);
      draft.dropSection(event.sectionId);
      draft.sectionIds = withoutId(draft.sectionIds, event.sectionId);
      return;
    case 'taskAdded': {
      const { type: _, afterTaskId, ...fields } = event;
      const empty = { assigneeIds: [], labelIds: [], checklist: [], comments: [] };
      insert(draft, { ...empty, ...fields, createdAt: origin.at, createdBy: origin.actorId }, afterTaskId);
      return;
    }
    case 'taskEdited': {
      const { type: _, taskId, ...fields } = event;
      draft.putTask(patched(task(draft, taskId), fields));
      return;
    }
    case 'taskMoved': {
      const moved = task(draft, event.taskId);
      remove(draft, moved);
      insert(draft, { ...moved, sectionId: event.sectionId }, event.afterTaskId);
      return;
    }
    case 'taskCompleted':
      draft.putTask({ ...task(draft, event.taskId), completedAt: origin.at });
      return;
    case 'taskReopened':
      draft.putTask(patched(task(draft, event.taskId), { completedAt: null }));
      return;
    case 'taskDeleted': {
      const gone = task(draft, event.taskId);
      draft.rememberDeleted(gone, before(section(draft, gone.sectionId).taskIds, gone.taskId));
      remove(draft, gone);
      draft.dropTask(gone.taskId);
      return;
    }
    case 'taskRestored':
      insert(draft, { ...event.task, sectionId: event.sectionId }, event.afterTaskId);
      draft.deleted = draft.deleted.filter((each) => each.task.taskId !== event.taskId);
      return;
    case 'assigned':
      update(draft, event.taskId, ({ assigneeIds }) => ({ assigneeIds: [...assigneeIds, event.userId] }));
      return;
    case 'unassigned':
      update(draft, event.taskId, ({ assigneeIds }) => ({ assigneeIds: withoutId(assigneeIds, event.userId) }));
      return;
    case 'labelDefined': {
      const { type: _, ...label } = event;
      const known = draft.labels.some((each) => each.labelId === label.labelId);
      draft.labels = known
        ? draft.labels.map((each) => (each.labelId === label.labelId ? label : each))
        : [...draft.labels, label];
      return;
    }
    case 'labelAdded':
      update(draft, event.taskId, ({ labelIds }) => ({ labelIds: [...labelIds, event.labelId] }));
      return;
    case 'labelRemoved':
      update(draft, event.taskId, ({ labelIds }) => ({ labelIds: withoutId(labelIds, event.labelId) }));
      return;
    case 'checklistItemAdded': {
      const { itemId, text, checked, afterItemId } = event;
      update(draft, event.taskId, ({ checklist }) => ({
        checklist: placed(checklist, { itemId, text, checked }, afterItemId, (each) => each.itemId),
      }));
      return;
    }
    case 'commentAdded': {
      const { type: _, taskId, ...comment } = event;
      update(draft, taskId, ({ comments }) => ({
        comments: [...comments, { ...comment, authorId: origin.actorId, at: origin.at }],
      }));
      return;
    }
    case 'memberAdded':
      draft.members = [...others(draft, event.userId), { userId: event.userId, role: event.role }];
      return;
    case 'memberRoleSet':
      draft.members = draft.members.map((each) =>
        each.userId === event.userId ? { ...each, role: event.role } : each,
      );
      return;
    case 'memberRemoved':
      draft.members = others(draft, event.userId);
      return;
  }
}

function others(draft: BoardDraft, userId: string) {
  return draft.members.filter((each) => each.userId !== userId);
}

function task(draft: BoardDraft, taskId: string): BoardTask {
  const found = draft.task(taskId);
  if (!found) throw new Diverged('task not found');
  return found;
}

function section(draft: BoardDraft, sectionId: string): Section {
  const found = draft.section(sectionId);
  if (!found) throw new Diverged('section not found');
  return found;
}

function update(draft: BoardDraft, taskId: string, change: (task: BoardTask) => Partial<TaskItem>): void {
  const old = task(draft, taskId);
  draft.putTask({ ...old, ...change(old) });
}

function insert(draft: BoardDraft, added: BoardTask, afterTaskId: string | null): void {
  const target = section(draft, added.sectionId);
  draft.putSection({ ...target, taskIds: placedId(target.taskIds, added.taskId, afterTaskId) });
  draft.putTask(added);
  draft.lastNumber = Math.max(draft.lastNumber, added.number);
}

function remove(draft: BoardDraft, gone: BoardTask): void {
  const source = section(draft, gone.sectionId);
  draft.putSection({ ...source, taskIds: withoutId(source.taskIds, gone.taskId) });
}

type Patch = { [Field in 'title' | 'description' | 'startAt' | 'dueAt' | 'completedAt']?: string | null };

/** Null takes a field away: an absent field is how "empty" is written everywhere. */
function patched(old: BoardTask, patch: Patch): BoardTask {
  const fields = Object.entries({ ...old, ...patch }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(fields) as unknown as BoardTask;
}
