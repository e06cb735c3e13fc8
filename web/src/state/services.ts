import type { Http } from '@/state/http';
import type { Tokens } from '@/state/tokens';
import type { Engine } from '@/sync/engine';
import type { LastSeen } from '@/sync/lastSeen';

/** What thunks and queries reach beyond the store; made once per store. */
export interface Services {
  readonly tokens: Tokens;
  readonly http: Http;
  readonly engine: Engine;
  readonly lastSeen: LastSeen;
}
