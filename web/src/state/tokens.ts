import type { Refusal } from '@/contract/hub';
import type { AuthAnswer, User } from '@/contract/rest';
import { minute, second } from '@/lib/time';
import { readAuthAnswer, readProblem } from '@/state/wire';

export type Renewal = { readonly kind: 'signedIn'; readonly user: User } | { readonly kind: 'signedOut' } | Unreachable;
interface Unreachable {
  readonly kind: 'unreachable';
  readonly refusal: Refusal;
}

/**
 * Holds the access token, in memory only: a script that steals storage finds nothing. The refresh token is a cookie no script sees.
 */
export class Tokens {
  #token: string | undefined;
  #userId: string | undefined;
  #expiresAt = 0;
  #renewing: Promise<Renewal> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Called with each new token, so that a living connection learns of it. */
  onRenewed: (token: string) => void = () => {};
  /** The session is over: ended elsewhere, or its cookie is gone. */
  onEnded: () => void = () => {};

  readonly #fetch: typeof fetch;

  constructor(fetcher: typeof fetch) {
    this.#fetch = fetcher;
  }

  get current(): string | undefined {
    return this.#token;
  }

  /** Whose session this is, before the server has said so: any other answer ends it. */
  expect(userId: string): void {
    this.#userId ??= userId;
  }

  /** Whether somebody is signed in, as far as is known here; the token may still have to be asked for. */
  get hasSession(): boolean {
    return this.#userId !== undefined;
  }

  accept(answer: AuthAnswer): void {
    this.#token = answer.accessToken;
    this.#userId = answer.user.userId;
    this.#expiresAt = Date.now() + answer.expiresIn * second;
    clearTimeout(this.#timer);
    const early = Math.max(answer.expiresIn * second - minute, 5 * second);
    this.#timer = setTimeout(() => void this.renew(), early);
    this.onRenewed(answer.accessToken);
  }

  forget(): void {
    this.#token = undefined;
    this.#userId = undefined;
    this.#expiresAt = 0;
    clearTimeout(this.#timer);
  }

  /** A token good for at least some seconds; undefined when signed out; throws when the server cannot be asked. */
  async fresh(askAnew: boolean): Promise<string | undefined> {
    if (!askAnew && this.#token !== undefined && this.#expiresAt - Date.now() > 10 * second) return this.#token;
    const renewal = await this.renew();
    if (renewal.kind === 'unreachable') throw new Error(renewal.refusal.code);
    return this.#token;
  }

  /** One renewal at a time in this tab, and by the lock in all tabs, for they share the rotating cookie. */
  renew(): Promise<Renewal> {
    this.#renewing ??= this.#exclusively(() => this.#renewOnce()).finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  #exclusively(work: () => Promise<Renewal>): Promise<Renewal> {
    // Absent over plain http on another host; the server's grace for the previous cookie covers that.
    const locks = globalThis.navigator?.locks;
    return locks ? locks.request('tasklist-refresh', work) : work();
  }

  async #renewOnce(): Promise<Renewal> {
    let response: Response;
    try {
      response = await this.#fetch('/api/auth/refresh', {
        method: 'POST',
        headers: { 'X-TaskList': '1' },
        signal: AbortSignal.timeout(10 * second),
      });
    } catch {
      return this.#later({ code: 'offline', retryAfterMs: 5 * second });
    }
    if (response.ok) {
      const answer = await readAuthAnswer(response);
      // The cookie is shared by all tabs: when another user signed in elsewhere, this tab's session is over.
      if (this.#userId !== undefined && this.#userId !== answer.user.userId) return this.#end();
      this.accept(answer);
      return { kind: 'signedIn', user: answer.user };
    }
    const refusal = await readProblem(response);
    if (refusal.retryAfterMs !== undefined && response.status !== 401) return this.#later(refusal);
    return this.#end();
  }

  #end(): Renewal {
    const hadSession = this.hasSession;
    this.forget();
    if (hadSession) this.onEnded();
    return { kind: 'signedOut' };
  }

  /** While there is a session, keep trying: without it the connection would die with its token. */
  #later(refusal: Refusal): Unreachable {
    if (this.#token !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.renew(), refusal.retryAfterMs ?? 5 * second);
    }
    return { kind: 'unreachable', refusal };
  }
}
