import type { ListEvent, WholeListEvent } from '@/contract/events';
import { applyToTask } from '@/sync/applyToTask';
import type { BoardDraft } from '@/sync/draft';
import { placedId, withoutId } from '@/sync/order';
import type { Origin } from '@/sync/origin';

/** Writes one event into the draft. The same table serves the server's events and the guesses for pending commands. */
export function apply(draft: BoardDraft, event: ListEvent, origin: Origin): void {
  if ('taskId' in event) applyToTask(draft, event, origin);
  else applyToList(draft, event, origin);
}

function applyToList(draft: BoardDraft, event: WholeListEvent, origin: Origin): void {
  switch (event.type) {
    case 'listCreated':
      draft.name = event.name;
      draft.key = event.key;
      draft.members = [{ userId: event.ownerId, role: 'owner' }];
      return;
    case 'listRenamed':
      draft.name = event.name;
      return;
    case 'listKeySet':
      draft.key = event.key;
      return;
    case 'listArchived':
      draft.archivedAt = origin.at;
      return;
    case 'listUnarchived':
      draft.archivedAt = undefined;
      return;
    // A deleted list is out of reach for everybody, and a restored one is opened anew.
    case 'listDeleted':
    case 'listRestored':
    case 'undone':
      return;
    case 'sectionAdded':
      draft.putSection({ sectionId: event.sectionId, name: event.name, taskIds: [] });
      draft.sectionIds = placedId(draft.sectionIds, event.sectionId, event.afterSectionId);
      return;
    case 'sectionRenamed':
      draft.putSection({ ...draft.mustSection(event.sectionId), name: event.name });
      return;
    case 'sectionLimitSet': {
      const { limit: _, ...section } = draft.mustSection(event.sectionId);
      draft.putSection(event.limit === null ? section : { ...section, limit: event.limit });
      return;
    }
    case 'sectionMoved':
      draft.mustSection(event.sectionId);
      draft.sectionIds = placedId(withoutId(draft.sectionIds, event.sectionId), event.sectionId, event.afterSectionId);
      return;
    case 'sectionDeleted':
      for (const taskId of draft.mustSection(event.sectionId).taskIds) draft.dropTask(taskId);
      draft.dropSection(event.sectionId);
      draft.sectionIds = withoutId(draft.sectionIds, event.sectionId);
      return;
    case 'sectionRestored': {
      const { type: _, afterSectionId, tasks, ...section } = event;
      draft.putSection({ ...section, taskIds: tasks.map((task) => task.taskId) });
      for (const task of tasks) draft.putTask({ ...task, sectionId: section.sectionId });
      draft.sectionIds = placedId(draft.sectionIds, section.sectionId, afterSectionId);
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
    default:
      applyToLabels(draft, event);
  }
}

type LabelEvent = Extract<WholeListEvent, { type: 'labelDefined' | 'labelDeleted' | 'labelRestored' }>;

function applyToLabels(draft: BoardDraft, event: LabelEvent): void {
  const { labelId } = event;
  if (event.type === 'labelDeleted') {
    draft.labels = draft.labels.filter((each) => each.labelId !== labelId);
    for (const task of draft.allTasks())
      if (task.labelIds.includes(labelId)) draft.putTask({ ...task, labelIds: withoutId(task.labelIds, labelId) });
    return;
  }
  const label = { labelId, name: event.name, color: event.color };
  const isKnown = draft.labels.some((each) => each.labelId === labelId);
  draft.labels = isKnown
    ? draft.labels.map((each) => (each.labelId === labelId ? label : each))
    : [...draft.labels, label];
  if (event.type === 'labelDefined') return;
  for (const taskId of event.taskIds) {
    const task = draft.mustTask(taskId);
    draft.putTask({ ...task, labelIds: [...withoutId(task.labelIds, labelId), labelId] });
  }
}

function others(draft: BoardDraft, userId: string) {
  return draft.members.filter((each) => each.userId !== userId);
}
