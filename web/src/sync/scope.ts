import type { ScopeStatus } from '@/sync/status';

export type ScopeEvent =
  | 'opened'
  /** The copy stands at the newest version known. */
  | 'caughtUp'
  | 'behind'
  | 'connectionLost'
  /** The copy was thrown away: another history, or it proved wrong. */
  | 'copyDropped'
  | 'accessLost'
  | 'unknownEvent'
  | 'failedAgain';

/** Only a reload helps: an older build cannot show a newer list, and a copy that failed twice will fail again. */
export function isFinal(status: ScopeStatus): boolean {
  return status === 'outdated' || status === 'broken';
}

/** Where one list stands. Pure; `hasCopy` tells whether there is something to show meanwhile. */
export function nextScope(status: ScopeStatus, event: ScopeEvent, hasCopy: boolean): ScopeStatus {
  if (isFinal(status)) return status;
  switch (event) {
    case 'opened':
      return hasCopy ? 'catchingUp' : 'loading';
    case 'accessLost':
      return 'gone';
    case 'unknownEvent':
      return 'outdated';
    case 'failedAgain':
      return 'broken';
    default:
      break;
  }
  if (status === 'gone' || status === 'cold') return status;
  if (!hasCopy || event === 'copyDropped') return 'loading';
  return event === 'caughtUp' ? 'live' : 'catchingUp';
}
