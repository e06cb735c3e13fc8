import type { Http } from '@/state/http';
import type { Tokens } from '@/state/tokens';
import type { Engine } from '@/sync/engine';
import type { LastSeen } from '@/sync/lastSeen';

/** What thunks reach beyond the store before anybody has signed in; made once per store. */
export interface EntryServices {
  readonly tokens: Tokens;
  readonly http: Http;
}

/** What thunks and queries behind the sign-in reach. */
export interface Services extends EntryServices {
  readonly engine: Engine;
  readonly lastSeen: LastSeen;
}
