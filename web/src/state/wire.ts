import type { Params } from '@/contract/hub';
import type { AuthAnswer, Problem, User } from '@/contract/rest';
import { second } from '@/lib/time';

// The edge: what comes from outside is looked at here once, everything behind it trusts the types.

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isUser(value: unknown): value is User {
  return isRecord(value) && typeof value['userId'] === 'string' && typeof value['email'] === 'string';
}

export async function readAuthAnswer(response: Response): Promise<AuthAnswer> {
  const body: unknown = await response.json();
  if (!isRecord(body)) throw new Error('unexpected answer');
  const { accessToken, expiresIn, user } = body;
  if (typeof accessToken !== 'string' || typeof expiresIn !== 'number' || !isUser(user))
    throw new Error('unexpected answer');
  return { accessToken, expiresIn, user };
}

/** The problem in an answer that is not a success. A proxy's own page has no code: its status decides. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const read = isRecord(body) ? body : {};
  const passing = response.status === 408 || response.status === 429 || response.status >= 500;
  const after = Number(response.headers.get('Retry-After')) * second || 2 * second;
  const retryAfterMs = typeof read['retryAfterMs'] === 'number' ? read['retryAfterMs'] : passing ? after : undefined;
  return {
    code: typeof read['code'] === 'string' ? read['code'] : codeOf(response.status),
    ...(isRecord(read['params']) ? { params: read['params'] as Params } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(typeof read['traceId'] === 'string' ? { traceId: read['traceId'] } : {}),
    status: response.status,
  };
}

function codeOf(status: number): string {
  if (status === 401) return 'unauthenticated';
  if (status === 413) return 'payloadTooLarge';
  return status === 429 ? 'rateLimited' : 'unavailable';
}
