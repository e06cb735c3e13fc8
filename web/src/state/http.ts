import type { Problem } from '@/contract/rest';
import { second } from '@/lib/time';
import type { Tokens } from '@/state/tokens';
import { readProblem } from '@/state/wire';

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Problem };

export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Sent as JSON; a Blob goes as it is. */
  readonly body?: unknown;
  readonly timeoutMs?: number;
  /** The answer as it is, to be saved. */
  readonly wants?: 'file';
}

/** REST with the session's token: refusals are values, and a token that ran out is renewed once. */
export class Http {
  readonly #tokens: Tokens;
  readonly #fetch: typeof fetch;

  constructor(tokens: Tokens, fetcher: typeof fetch) {
    this.#tokens = tokens;
    this.#fetch = fetcher;
  }

  async send<T>(request: HttpRequest): Promise<Answer<T>> {
    const first = await this.#once<T>(request);
    if (first.ok || first.refusal.status !== 401 || !this.#tokens.hasSession) return first;
    // A refused password is a 401, too, and no token will change that.
    if (first.refusal.code === 'invalidCredentials') return first;
    const renewal = await this.#tokens.renew();
    return renewal.kind === 'signedIn' ? this.#once<T>(request) : first;
  }

  async #once<T>(request: HttpRequest): Promise<Answer<T>> {
    const headers = new Headers({ Accept: request.wants === 'file' ? '*/*' : 'application/json' });
    const token = this.#tokens.current;
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    if (request.path.startsWith('/api/auth/')) headers.set('X-TaskList', '1');
    // The language chosen here, which may not be the browser's: the server names a new list's sections in it.
    const language = globalThis.document?.documentElement.lang;
    if (language) headers.set('Accept-Language', language);
    if (request.body !== undefined) headers.set('Content-Type', 'application/json');
    try {
      const response = await this.#fetch(request.path, {
        method: request.method ?? 'GET',
        headers,
        signal: AbortSignal.timeout(request.timeoutMs ?? 15 * second),
        ...(request.body === undefined ? {} : { body: bodyOf(request.body) }),
      });
      if (!response.ok) return { ok: false, refusal: await readProblem(response) };
      if (request.wants === 'file') return { ok: true, value: (await response.blob()) as T };
      const text = await response.text();
      return { ok: true, value: (text === '' ? undefined : JSON.parse(text)) as T };
    } catch {
      return { ok: false, refusal: { code: 'offline', retryAfterMs: 2 * second } };
    }
  }
}

function bodyOf(body: unknown): BodyInit {
  return body instanceof Blob ? body : JSON.stringify(body);
}
