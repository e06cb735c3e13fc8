import type { ListEvent } from '@/contract/events';
import type { Refusal } from '@/contract/hub';
import type { Role } from '@/contract/snapshot';

export const reminders = ['off', 'atDue', 'hourBefore', 'dayBefore'] as const;

export interface User {
  readonly userId: string;
  readonly email: string;
  readonly displayName: string;
  readonly language: string;
  readonly timeZone: string;
  /** When to be told of what is due; a server of an earlier release says nothing. */
  readonly reminder?: (typeof reminders)[number];
}

export interface AuthAnswer {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly user: User;
}

export interface MyList {
  readonly listId: string;
  readonly name: string;
  readonly role: Role;
  readonly joinedAt: string;
  readonly archivedAt?: string;
}

export interface DeletedList {
  readonly listId: string;
  readonly name: string;
  readonly deletedAt: string;
}

export interface Person {
  readonly userId: string;
  /** Null: the person was erased. */
  readonly displayName: string | null;
}

export interface Invite {
  readonly inviteId: string;
  readonly role: Role;
  readonly expiresAt: string;
  readonly maxUses?: number;
  readonly uses: number;
}

/** The token is shown once; the server keeps only its hash. */
export interface CreatedInvite {
  readonly inviteId: string;
  readonly token: string;
  readonly url: string;
  readonly role: Role;
  readonly expiresAt: string;
}

export interface AcceptedInvite {
  readonly listId: string;
  readonly role: Role;
  readonly version: number;
}

export interface InboxItem {
  readonly notificationId: string;
  readonly kind: 'assigned' | 'roleChanged' | 'removedFromList' | 'mentioned' | 'commented' | 'due' | 'transferWaiting';
  readonly listId: string;
  readonly listName: string;
  readonly taskId?: string;
  readonly taskTitle?: string;
  readonly role?: Role;
  readonly dueAt?: string;
  readonly actorId: string | null;
  readonly at: string;
  readonly read: boolean;
}

export interface CreatedList {
  readonly listId: string;
  readonly version: number;
}

export interface ImportedList extends CreatedList {
  readonly report: {
    readonly imported: Readonly<Record<string, number>>;
    readonly dropped: readonly { readonly kind: string; readonly count: number; readonly reason: string }[];
  };
}

/** One change of the past: what happened, and beside each event what it overwrote. */
export interface HistoryEntry {
  readonly version: number;
  readonly commandId: string;
  readonly actorId: string | null;
  readonly at: string;
  readonly events: readonly ListEvent[];
  /** As long as `events`; null where nothing was there before. */
  readonly before: readonly (Readonly<Record<string, unknown>> | null)[];
}

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Absent: that was the beginning. */
  readonly nextBefore?: number;
}

/** RFC 9457, with our members. */
export interface Problem extends Refusal {
  readonly status?: number;
  readonly traceId?: string;
}

/** A way of looking at one list that the user gave a name: what stands after the `?` in its address. */
export interface SavedView {
  readonly viewId: string;
  readonly listId: string;
  readonly name: string;
  readonly query: string;
}
