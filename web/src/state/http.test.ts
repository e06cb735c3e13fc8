import { beforeEach, expect, test, vi } from 'vitest';
import { Http } from '@/state/http';
import { Tokens } from '@/state/tokens';

const user = { userId: 'u1', email: 'a@example.org', displayName: 'Anna', language: 'en', timeZone: 'UTC' };
const server = vi.fn<typeof fetch>();
let http: Http;
let tokens: Tokens;

beforeEach(() => {
  server.mockReset();
  tokens = new Tokens(server);
  http = new Http(tokens, server);
});

const signedIn = () => tokens.accept({ accessToken: 't1', expiresIn: 600, user });
const sentHeaders = (call: number) => new Headers(server.mock.calls[call]?.[1]?.headers);

test('TokenThatRanOutIsRenewedOnceAndTheCallRepeated', async () => {
  signedIn();
  server
    .mockResolvedValueOnce(Response.json({ code: 'unauthenticated' }, { status: 401 }))
    .mockResolvedValueOnce(Response.json({ accessToken: 't2', expiresIn: 600, user }))
    .mockResolvedValueOnce(Response.json(['list']));
  expect(await http.send({ path: '/api/me/lists' })).toEqual({ ok: true, value: ['list'] });
  expect(sentHeaders(2).get('Authorization')).toBe('Bearer t2');
  tokens.forget();
});

test('RefusalIsAValueWithItsCodeAndParameters', async () => {
  const body = { code: 'tooLong', params: { field: 'name', max: 256 }, traceId: 'x' };
  server.mockResolvedValueOnce(Response.json(body, { status: 422 }));
  expect(await http.send({ method: 'POST', path: '/api/lists', body: { name: '' } })).toEqual({
    ok: false,
    refusal: { ...body, status: 422 },
  });
});

test('WrongPasswordRenewsNothing', async () => {
  signedIn();
  server.mockResolvedValueOnce(Response.json({ code: 'invalidCredentials' }, { status: 401 }));
  await http.send({ method: 'POST', path: '/api/auth/login', body: {} });
  expect(server).toHaveBeenCalledOnce();
  expect(sentHeaders(0).get('X-TaskList')).toBe('1');
  tokens.forget();
});

test('ServerThatCannotBeReachedIsUndecided', async () => {
  server.mockRejectedValueOnce(new TypeError('network'));
  expect(await http.send({ path: '/api/me/lists' })).toMatchObject({
    ok: false,
    refusal: { code: 'offline', retryAfterMs: expect.any(Number) },
  });
});

test('BusyServersWaitIsTakenFromItsHeader', async () => {
  server.mockResolvedValueOnce(new Response('', { status: 429, headers: { 'Retry-After': '7' } }));
  expect(await http.send({ path: '/api/me/lists' })).toMatchObject({
    refusal: { code: 'rateLimited', retryAfterMs: 7_000 },
  });
});

test('AnswerWithoutContentIsASuccess', async () => {
  server.mockResolvedValueOnce(new Response(null, { status: 204 }));
  expect(await http.send({ method: 'POST', path: '/api/auth/logout' })).toEqual({ ok: true, value: undefined });
});
