import type { CommandBody } from '@/contract/commands';
import type { Change } from '@/contract/events';
import type { ChangesAnswer } from '@/contract/hub';
import type { AuthAnswer, CreatedInvite, CreatedList } from '@/contract/rest';
import type { ListSnapshot, Role } from '@/contract/snapshot';
import { uuidv7 } from '@/lib/uuidv7';

export interface RestUser {
  readonly userId: string;
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly token: string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The REST interface as any script would use it. */
export class Rest {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async register(displayName: string): Promise<RestUser> {
    const email = `${uuidv7()}@example.org`;
    const password = 'correct horse battery staple';
    const { accessToken, user } = await this.#must<AuthAnswer>('POST', '/api/auth/register', undefined, {
      email,
      password,
      displayName,
      language: 'en',
    });
    return { userId: user.userId, email, password, displayName, token: accessToken };
  }

  async createList(user: RestUser, name: string): Promise<string> {
    const list = await this.#must<CreatedList>('POST', '/api/lists', user, { name, template: 'kanban' });
    return list.listId;
  }

  /** Adds somebody the way people do it: a link made and followed. */
  async share(owner: RestUser, listId: string, role: Role, guest: RestUser): Promise<void> {
    const { token } = await this.#must<CreatedInvite>('POST', `/api/lists/${listId}/invites`, owner, { role });
    await this.#must('POST', `/api/invites/${token}/accept`, guest);
  }

  /** One command after the other, in one request; fails where the server refuses any. */
  async run(user: RestUser, listId: string, commands: CommandBody[]): Promise<void> {
    const body = commands.map((command) => ({ ...command, commandId: uuidv7() }));
    const answers = await this.#must<{ accepted: boolean; code?: string }[]>(
      'POST',
      `/api/lists/${listId}/commands:batch`,
      user,
      body,
    );
    const refused = answers.find((answer) => !answer.accepted);
    if (refused) throw new Error(`refused: ${refused.code}`);
  }

  snapshot(user: RestUser, listId: string): Promise<ListSnapshot> {
    return this.#must<ListSnapshot>('GET', `/api/lists/${listId}`, user);
  }

  /** The whole log of a list, page by page. */
  async log(user: RestUser, listId: string): Promise<Change[]> {
    const all: Change[] = [];
    for (;;) {
      const after = all.at(-1)?.version ?? 0;
      const page = await this.#must<ChangesAnswer>(
        'GET',
        `/api/lists/${listId}/changes?after=${after}&limit=500`,
        user,
      );
      all.push(...page.changes);
      if (page.changes.length === 0 || all.at(-1)?.version === page.version) return all;
    }
  }

  async call(method: string, path: string, user?: RestUser, body?: unknown): Promise<Answer> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        'X-TaskList': '1',
        ...(user ? { Authorization: `Bearer ${user.token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  async #must<T>(method: string, path: string, user?: RestUser, body?: unknown): Promise<T> {
    const answer = await this.call(method, path, user, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }
}
