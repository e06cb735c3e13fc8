import type { Change } from '@/contract/events';
import type { ListSnapshot } from '@/contract/snapshot';

export interface OpenRequest {
  readonly listId: string;
  readonly historyId?: string;
  readonly afterVersion?: number;
  /** Commands whose fate is unknown, at most 200. */
  readonly pending?: readonly string[];
}

export interface Outcome {
  readonly commandId: string;
  readonly version: number;
}

export interface OpenAnswer {
  readonly historyId: string;
  readonly version: number;
  readonly changes?: readonly Change[];
  readonly snapshot?: ListSnapshot;
  /** Too large for the hub: fetch it by REST. */
  readonly snapshotAt?: number;
  readonly outcomes?: readonly Outcome[];
}

export interface Conflict {
  readonly field: string;
  readonly theirs: unknown;
  readonly byActorId: string | null;
  readonly atVersion: number;
}

export type Params = Readonly<Record<string, string | number>>;

export interface Refusal {
  readonly code: string;
  readonly params?: Params;
  /** Present: undecided, send again with the same id. Absent: final. */
  readonly retryAfterMs?: number;
}

export interface ExecuteAnswer extends Partial<Refusal> {
  readonly accepted: boolean;
  readonly version?: number;
  readonly conflicts?: readonly Conflict[];
}

export interface ChangesRequest {
  readonly listId: string;
  readonly historyId?: string;
  readonly afterVersion: number;
  readonly limit: number;
}

export interface ChangesAnswer {
  readonly historyId: string;
  /** The head of the log, which may lie beyond the last change of this answer. */
  readonly version: number;
  readonly changes: readonly Change[];
}

export interface Changed {
  readonly listId: string;
  readonly historyId: string;
  readonly changes: readonly Change[];
}

export interface Head {
  readonly listId: string;
  readonly historyId: string;
  readonly version: number;
}

export interface Viewer {
  readonly userId: string;
  readonly taskId?: string;
  readonly field?: string;
}
