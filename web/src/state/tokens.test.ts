import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Tokens } from '@/state/tokens';

const user = { userId: 'u1', email: 'a@example.org', displayName: 'Anna', language: 'en', timeZone: 'UTC' };
const answer = (accessToken: string) => Response.json({ accessToken, expiresIn: 600, user });
const problem = (status: number, code: string) => Response.json({ code }, { status });

const server = vi.fn<typeof fetch>();
let tokens: Tokens;

beforeEach(() => {
  vi.useFakeTimers();
  server.mockReset();
  tokens = new Tokens(server);
});

afterEach(() => {
  tokens.forget();
  vi.useRealTimers();
});

test('ManyWhoNeedATokenAskOnce', async () => {
  server.mockImplementation(async () => answer('t1'));
  expect(
    await Promise.all([tokens.fresh(false), tokens.fresh(false), tokens.renew().then((each) => each.kind)]),
  ).toEqual(['t1', 't1', 'signedIn']);
  expect(server).toHaveBeenCalledTimes(1);
  expect(server.mock.calls[0]?.[1]?.headers).toMatchObject({ 'X-TaskList': '1' });
});

test('TokenIsRenewedAMinuteBeforeItEndsAndTheConnectionHearsOfIt', async () => {
  const heard: string[] = [];
  tokens.onRenewed = (token) => heard.push(token);
  server.mockImplementation(async () => answer('t2'));
  tokens.accept({ accessToken: 't1', expiresIn: 600, user });
  await vi.advanceTimersByTimeAsync(539_000);
  expect(tokens.current).toBe('t1');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(tokens.current).toBe('t2');
  expect(heard).toEqual(['t1', 't2']);
});

test('RefusedRenewalEndsTheSession', async () => {
  const ended = vi.fn();
  tokens.onEnded = ended;
  tokens.accept({ accessToken: 't1', expiresIn: 600, user });
  server.mockImplementation(async () => problem(401, 'sessionEnded'));
  expect(await tokens.renew()).toEqual({ kind: 'signedOut' });
  expect(tokens.current).toBeUndefined();
  expect(ended).toHaveBeenCalledOnce();
});

test('AnotherUsersCookieEndsThisTabsSession', async () => {
  const ended = vi.fn();
  tokens.onEnded = ended;
  tokens.accept({ accessToken: 't1', expiresIn: 600, user: { ...user, userId: 'u2' } });
  server.mockImplementation(async () => answer('t2'));
  expect(await tokens.renew()).toEqual({ kind: 'signedOut' });
  expect(tokens.current).toBeUndefined();
  expect(ended).toHaveBeenCalledOnce();
});

test('NobodyWhoWasSignedInIsToldThatTheSessionEnded', async () => {
  const ended = vi.fn();
  tokens.onEnded = ended;
  server.mockImplementation(async () => problem(401, 'unauthenticated'));
  expect(await tokens.renew()).toEqual({ kind: 'signedOut' });
  expect(ended).not.toHaveBeenCalled();
});

test('UnreachableServerEndsNothingAndIsAskedAgain', async () => {
  tokens.accept({ accessToken: 't1', expiresIn: 600, user });
  server.mockRejectedValueOnce(new TypeError('network'));
  expect(await tokens.renew()).toMatchObject({ kind: 'unreachable', refusal: { code: 'offline' } });
  expect(tokens.current).toBe('t1');
  server.mockImplementation(async () => answer('t2'));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(tokens.current).toBe('t2');
});

test('ProxysErrorPageIsNoSignOut', async () => {
  tokens.accept({ accessToken: 't1', expiresIn: 600, user });
  server.mockImplementation(async () => new Response('<html>', { status: 502 }));
  expect(await tokens.renew()).toMatchObject({ kind: 'unreachable', refusal: { code: 'unavailable' } });
  expect(tokens.current).toBe('t1');
});
