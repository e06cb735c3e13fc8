/** The one connection of this tab. Pure: the engine owns the clock and acts on what comes out. */
export type ConnectionState =
  | { readonly phase: 'signedOut' }
  | { readonly phase: 'connecting'; readonly attempt: number }
  | { readonly phase: 'connected'; readonly attempt: number }
  | { readonly phase: 'waiting'; readonly attempt: number }
  | { readonly phase: 'needsAuth' };

export type ConnectionEvent =
  | { readonly type: 'signedIn' }
  | { readonly type: 'signedOut' }
  | { readonly type: 'connectSucceeded' }
  | { readonly type: 'connectFailed' }
  | { readonly type: 'unauthenticated' }
  /** `settled`: it had held long enough that the next attempt may be a first one again. */
  | { readonly type: 'lost'; readonly settled: boolean }
  | { readonly type: 'retryDue' }
  /** The network is back, the tab is seen again, or the user pressed "Retry". */
  | { readonly type: 'poked' };

export function nextConnection(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  switch (event.type) {
    case 'signedOut':
      return { phase: 'signedOut' };
    case 'signedIn':
      return state.phase === 'signedOut' || state.phase === 'needsAuth' ? { phase: 'connecting', attempt: 0 } : state;
    case 'connectSucceeded':
      return state.phase === 'connecting' ? { phase: 'connected', attempt: state.attempt } : state;
    case 'connectFailed':
      return state.phase === 'connecting' ? { phase: 'waiting', attempt: state.attempt + 1 } : state;
    case 'unauthenticated':
      return state.phase === 'signedOut' ? state : { phase: 'needsAuth' };
    case 'lost':
      // A server that takes a connection and drops it again must not be asked without pause.
      return state.phase === 'connected' ? { phase: 'waiting', attempt: event.settled ? 0 : state.attempt + 1 } : state;
    case 'retryDue':
    case 'poked':
      return state.phase === 'waiting' ? { phase: 'connecting', attempt: state.attempt } : state;
  }
}

const steps = [0, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;

/** Spread out, because a server that comes back must not meet everybody in the same second. */
export function retryDelay(attempt: number, random: number): number {
  const step = steps[Math.min(attempt, steps.length - 1)] ?? 0;
  return step === 0 ? random * 500 : step * (0.5 + random);
}
