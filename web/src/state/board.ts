import { createAction, type UnknownAction } from '@reduxjs/toolkit';
import type { Label, ListSnapshot, Member, Role, Section } from '@/contract/snapshot';
import { second } from '@/lib/time';
import type { SessionState } from '@/state/session';
import { type Board, type BoardTask, boardOf, taskOf, tasksOf } from '@/sync/board';
import type { ListOverlay, ListView } from '@/sync/ports';
import type { ScopeStatus } from '@/sync/status';

export interface ListScope {
  readonly status: ScopeStatus;
  readonly version: number;
  readonly historyId?: string;
  readonly name?: string;
  readonly key?: string;
  readonly archivedAt?: string;
}

export type { BoardTask };

/** The engine's picture of one list, held by reference: the store adds nothing to it. */
interface OpenList {
  readonly scope: ListScope;
  readonly view?: Board;
  /** The list as it once was, in place of the view while somebody looks back. */
  readonly past?: Board;
  readonly unsent: ReadonlySet<string>;
  readonly changedAt: Readonly<Record<string, number>>;
}

export type BoardState = Readonly<Record<string, OpenList>>;

interface BoardRoot {
  readonly board: BoardState;
  readonly session: SessionState;
}

/** The store has its part behind the sign-in: with the sign-in, before it or after. */
export const boardAdded = createAction('board/boardAdded');
export const listOpened = createAction<string>('board/listOpened');
export const listClosed = createAction<string>('board/listClosed');
/** One for everything that one flush brought, however many changes and lists. */
export const serverBatchApplied = createAction<{ readonly at: number; readonly lists: readonly ListView[] }>(
  'board/serverBatchApplied',
);
/** The user's own commands changed: made, acknowledged or refused. */
export const overlayChanged = createAction<ListOverlay>('board/overlayChanged');
export const scopeChanged = createAction<{ readonly listId: string; readonly status: ScopeStatus }>(
  'board/scopeChanged',
);

/** Shows the list as it was; without a snapshot, as it is. */
export const pastShown = createAction<{ readonly listId: string; readonly snapshot?: ListSnapshot }>('board/pastShown');

const none: readonly never[] = [];
const cold: OpenList = { scope: { status: 'cold', version: 0 }, unsent: new Set(), changedAt: {} };
const tintMs = 2 * second;

/** Written by hand: a draft library's bookkeeping costs more here than everything else together. */
export function boardReducer(state: BoardState = {}, action: UnknownAction): BoardState {
  if (listClosed.match(action)) {
    const { [action.payload]: _, ...rest } = state;
    return rest;
  }
  if (scopeChanged.match(action)) {
    const { listId, status } = action.payload;
    return changed(state, listId, { scope: { ...(state[listId] ?? cold).scope, status } });
  }
  if (pastShown.match(action)) {
    const { listId, snapshot } = action.payload;
    const { past: _, ...present } = state[listId] ?? cold;
    return { ...state, [listId]: snapshot ? { ...present, past: boardOf(snapshot) } : present };
  }
  if (overlayChanged.match(action)) {
    const { listId, view, unsent } = action.payload;
    return changed(state, listId, { ...viewed(state, listId, view), unsent });
  }
  if (serverBatchApplied.match(action)) {
    const { at, lists } = action.payload;
    return lists.reduce((next, { listId, view, unsent, remoteTaskIds }) => {
      const changedAt = marked(next[listId]?.changedAt ?? cold.changedAt, remoteTaskIds, at);
      return changed(next, listId, { ...viewed(next, listId, view), unsent, changedAt });
    }, state);
  }
  return state;
}

function changed(state: BoardState, listId: string, part: Partial<OpenList>): BoardState {
  return { ...state, [listId]: { ...(state[listId] ?? cold), ...part } };
}

function viewed(state: BoardState, listId: string, view: Board): Pick<OpenList, 'view' | 'scope'> {
  const { historyId, version, name, key, archivedAt } = view;
  const status = (state[listId] ?? cold).scope.status;
  const said = { ...(key === undefined ? {} : { key }), ...(archivedAt === undefined ? {} : { archivedAt }) };
  return { view, scope: { status, historyId, version, name, ...said } };
}

/** The marks of this batch and of those still tinted. */
function marked(old: Readonly<Record<string, number>>, taskIds: readonly string[], at: number) {
  const next: Record<string, number> = {};
  for (const [taskId, time] of Object.entries(old)) if (at - time < tintMs) next[taskId] = time;
  for (const taskId of taskIds) next[taskId] = at;
  return next;
}

const listOf = (state: BoardRoot, listId: string) => state.board[listId];
const viewOf = (state: BoardRoot, listId: string) => state.board[listId]?.past ?? state.board[listId]?.view;

export function selectScope(state: BoardRoot, listId: string): ListScope {
  return listOf(state, listId)?.scope ?? cold.scope;
}

/** Undefined while the list is not there, and for somebody who is no member. */
export function selectMyRole(state: BoardRoot, listId: string): Role | undefined {
  const userId = state.session.user?.userId;
  // The present role: looking back gives nobody rights of old.
  return listOf(state, listId)?.view?.members.find((member) => member.userId === userId)?.role;
}

/** For what looks at the whole list at once; everything else takes its own part. */
export function selectView(state: BoardRoot, listId: string): Board | undefined {
  return viewOf(state, listId);
}

/** A new array each time: for what asks once, not for what follows along. */
export function selectAllTasks(state: BoardRoot, listId: string): BoardTask[] {
  const view = viewOf(state, listId);
  return view ? tasksOf(view) : [];
}

/** An archived list is only looked at, whatever the role. */
export function selectCanEdit(state: BoardRoot, listId: string): boolean {
  const role = selectMyRole(state, listId);
  return (role === 'editor' || role === 'owner') && isPresent(state, listId);
}

/** Neither archived nor looked back at. */
function isPresent(state: BoardRoot, listId: string): boolean {
  return listOf(state, listId)?.past === undefined && selectScope(state, listId).archivedAt === undefined;
}

export function selectCanComment(state: BoardRoot, listId: string): boolean {
  return selectCanEdit(state, listId) || (selectMyRole(state, listId) === 'commenter' && isPresent(state, listId));
}

export function selectSectionIds(state: BoardRoot, listId: string): readonly string[] {
  return viewOf(state, listId)?.sectionIds ?? none;
}

export function selectSection(state: BoardRoot, listId: string, sectionId: string): Section | undefined {
  return viewOf(state, listId)?.sections[sectionId];
}

export function selectTaskIds(state: BoardRoot, listId: string, sectionId: string): readonly string[] {
  return selectSection(state, listId, sectionId)?.taskIds ?? none;
}

export function selectTask(state: BoardRoot, listId: string, taskId: string): BoardTask | undefined {
  const view = viewOf(state, listId);
  return view && taskOf(view, taskId);
}

export function selectLabels(state: BoardRoot, listId: string): readonly Label[] {
  return viewOf(state, listId)?.labels ?? none;
}

export function selectMembers(state: BoardRoot, listId: string): readonly Member[] {
  return viewOf(state, listId)?.members ?? none;
}

export function selectIsUnsent(state: BoardRoot, listId: string, taskId: string): boolean {
  return listOf(state, listId)?.unsent.has(taskId) ?? false;
}

/** When somebody else last changed the task, if that was a moment ago. */
export function selectChangedAt(state: BoardRoot, listId: string, taskId: string): number | undefined {
  return listOf(state, listId)?.changedAt[taskId];
}

/** The tasks somebody else changed a moment ago; the same object until that changes. */
export function selectChangedTasks(state: BoardRoot, listId: string): Readonly<Record<string, number>> {
  return listOf(state, listId)?.changedAt ?? cold.changedAt;
}
