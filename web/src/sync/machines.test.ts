import { describe, expect, test } from 'vitest';
import { type BadgeFacts, badgeOf } from '@/sync/badge';
import { type ConnectionEvent, type ConnectionState, nextConnection, retryDelay } from '@/sync/connection';
import { nextScope, type ScopeEvent } from '@/sync/scope';
import type { ScopeStatus } from '@/sync/status';

describe('Connection', () => {
  const walk = (from: ConnectionState, ...events: ConnectionEvent[]) => events.reduce(nextConnection, from);
  const signedOut: ConnectionState = { phase: 'signedOut' };

  test('FailedAttemptsCountUntilAConnectionHeld', () => {
    const failed = walk(
      signedOut,
      { type: 'signedIn' },
      { type: 'connectFailed' },
      { type: 'retryDue' },
      { type: 'connectSucceeded' },
      { type: 'lost', settled: false },
    );
    expect(failed).toEqual({ phase: 'waiting', attempt: 2 });
    const held = walk(failed, { type: 'poked' }, { type: 'connectSucceeded' }, { type: 'lost', settled: true });
    expect(held).toEqual({ phase: 'waiting', attempt: 0 });
  });

  test('OnlySigningInLeadsOutOfNeedsAuth', () => {
    const needsAuth = walk(signedOut, { type: 'signedIn' }, { type: 'unauthenticated' });
    expect(walk(needsAuth, { type: 'poked' }, { type: 'retryDue' }, { type: 'connectSucceeded' })).toBe(needsAuth);
    expect(walk(needsAuth, { type: 'signedIn' })).toEqual({ phase: 'connecting', attempt: 0 });
  });

  test('NothingButSigningInWakesTheSignedOut', () => {
    expect(walk(signedOut, { type: 'poked' }, { type: 'unauthenticated' }, { type: 'retryDue' })).toBe(signedOut);
  });

  test('WaitsGrowAreSpreadAndEndAtHalfAMinute', () => {
    expect(retryDelay(0, 0.99)).toBeLessThan(500);
    expect([retryDelay(1, 0), retryDelay(1, 0.5)]).toEqual([500, 1_000]);
    expect(retryDelay(1_000, 0.5)).toBe(30_000);
  });
});

describe('Scope', () => {
  const table: [ScopeStatus, ScopeEvent, boolean, ScopeStatus][] = [
    ['cold', 'opened', false, 'loading'],
    ['cold', 'caughtUp', true, 'cold'],
    ['loading', 'caughtUp', true, 'live'],
    ['loading', 'connectionLost', false, 'loading'],
    ['live', 'behind', true, 'catchingUp'],
    ['live', 'connectionLost', true, 'catchingUp'],
    ['live', 'copyDropped', false, 'loading'],
    ['catchingUp', 'caughtUp', true, 'live'],
    ['live', 'accessLost', true, 'gone'],
    ['gone', 'connectionLost', true, 'gone'],
    ['gone', 'opened', true, 'catchingUp'],
    ['live', 'unknownEvent', true, 'outdated'],
    ['outdated', 'caughtUp', true, 'outdated'],
    ['outdated', 'accessLost', true, 'outdated'],
    ['live', 'failedAgain', false, 'broken'],
    ['broken', 'opened', true, 'broken'],
  ];
  test.each(table)('%s and %s with copy %s is %s', (from, event, hasCopy, to) => {
    expect(nextScope(from, event, hasCopy)).toBe(to);
  });
});

describe('Badge', () => {
  const calm: BadgeFacts = {
    phase: 'connected',
    scopes: ['live'],
    unsent: 0,
    storageFailed: false,
    queueFull: false,
    disconnectedFor: 0,
    catchingUpFor: 0,
    unsentFor: 0,
  };
  const table: [string, Partial<BadgeFacts>, object][] = [
    ['all is well', {}, { kind: 'live', unsent: 0 }],
    ['a quick save', { unsent: 2, unsentFor: 399 }, { kind: 'live', unsent: 2 }],
    ['a slow save', { unsent: 2, unsentFor: 400 }, { kind: 'saving', unsent: 2 }],
    ['a blip', { phase: 'waiting', disconnectedFor: 2_999 }, { kind: 'connecting', unsent: 0 }],
    ['a real outage', { phase: 'connecting', disconnectedFor: 3_000, unsent: 4 }, { kind: 'offline', unsent: 4 }],
    ['a long catch-up', { scopes: ['live', 'catchingUp'], catchingUpFor: 300 }, { kind: 'catchingUp', unsent: 0 }],
    ['a session that ended', { phase: 'needsAuth', unsent: 1 }, { kind: 'failed', unsent: 1, reason: 'needsAuth' }],
    ['an old build', { scopes: ['outdated'] }, { kind: 'failed', unsent: 0, reason: 'outdated' }],
    ['a store that fails idly', { storageFailed: true, unsent: 1 }, { kind: 'live', unsent: 1 }],
    [
      'a store that fails',
      { storageFailed: true, unsent: 1, unsentFor: 400 },
      { kind: 'failed', unsent: 1, reason: 'storage' },
    ],
  ];
  test.each(table)('tells of %s', (_, facts, badge) => {
    expect(badgeOf({ ...calm, ...facts })).toEqual(badge);
  });
});
