import type { Params } from '@/contract/hub';
import type { Clash } from '@/sync/clash';

export type ScopeStatus = 'cold' | 'loading' | 'catchingUp' | 'live' | 'gone' | 'outdated' | 'broken';

export type BadgeKind = 'live' | 'saving' | 'connecting' | 'catchingUp' | 'offline' | 'failed';

export type FailReason = 'needsAuth' | 'outdated' | 'gone' | 'broken' | 'storage' | 'queueFull';

/** The one thing that tells a user how current the screen is and what is kept on this device. */
export interface Badge {
  readonly kind: BadgeKind;
  /** Commands that the server has not acknowledged. */
  readonly unsent: number;
  readonly reason?: FailReason;
}

/** Something the user must hear once: a code and its parameters, the words are made elsewhere. */
export interface EngineNotice {
  readonly kind: 'refused' | 'conflict' | 'accessLost' | 'queueFull';
  readonly code: string;
  readonly params?: Params;
  readonly listId: string;
  /** What was typed and came to nothing. */
  readonly text?: string;
  /** Both values, where one can choose between them. */
  readonly clash?: Clash;
}
