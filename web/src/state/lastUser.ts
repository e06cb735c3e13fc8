import type { User } from '@/contract/rest';
import { isUser } from '@/state/wire';

const key = 'tasklist.user';

/** Who was signed in here last: without a network nobody can be asked, and what is kept on this device is theirs. No token. */
export const lastUser = {
  read(): User | undefined {
    try {
      const found: unknown = JSON.parse(globalThis.localStorage.getItem(key) ?? 'null');
      return isUser(found) ? found : undefined;
    } catch {
      return undefined;
    }
  },
  remember(user: User): void {
    try {
      globalThis.localStorage.setItem(key, JSON.stringify(user));
    } catch {
      // Without it the next visit needs the server.
    }
  },
  forget(): void {
    try {
      globalThis.localStorage.removeItem(key);
    } catch {
      // Nothing could be remembered either.
    }
  },
};
