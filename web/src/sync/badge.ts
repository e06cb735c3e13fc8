import type { ConnectionState } from '@/sync/connection';
import type { Badge, FailReason, ScopeStatus } from '@/sync/status';

export interface BadgeFacts {
  readonly phase: ConnectionState['phase'];
  readonly scopes: readonly ScopeStatus[];
  readonly unsent: number;
  readonly storageFailed: boolean;
  readonly queueFull: boolean;
  /** Milliseconds that each of these has lasted; 0 = it is not so. */
  readonly disconnectedFor: number;
  readonly catchingUpFor: number;
  readonly unsentFor: number;
}

/** Shorter than this, a state is not worth a word: it would only flicker. */
export const patience = { offline: 3_000, catchingUp: 300, saving: 400 } as const;

export function badgeOf(facts: BadgeFacts): Badge {
  const { unsent } = facts;
  const reason = failureIn(facts);
  if (reason) return { kind: 'failed', unsent, reason };
  if (facts.phase !== 'connected' && facts.phase !== 'signedOut')
    return { kind: facts.disconnectedFor >= patience.offline ? 'offline' : 'connecting', unsent };
  if (facts.catchingUpFor >= patience.catchingUp) return { kind: 'catchingUp', unsent };
  return { kind: facts.unsentFor >= patience.saving ? 'saving' : 'live', unsent };
}

function failureIn({ phase, scopes, storageFailed, queueFull, unsentFor }: BadgeFacts): FailReason | undefined {
  if (phase === 'needsAuth') return 'needsAuth';
  if (scopes.includes('outdated')) return 'outdated';
  if (scopes.includes('broken')) return 'broken';
  if (scopes.includes('gone')) return 'gone';
  if (queueFull) return 'queueFull';
  return storageFailed && unsentFor >= patience.saving ? 'storage' : undefined;
}
