import type { Board } from '@/sync/board';
import type { KeptAnswer, LastSeen } from '@/sync/lastSeen';
import type { Shelf } from '@/sync/ports';

/** Keeps it as long as the page lives: for tests. */
export class MemoryLastSeen implements LastSeen {
  readonly #boards = new Map<string, Board>();
  readonly #answers = new Map<string, KeptAnswer>();

  async board({ userId, listId }: Shelf): Promise<Board | undefined> {
    return this.#boards.get(`${userId}/${listId}`);
  }

  async keepBoard({ userId, listId }: Shelf, board: Board): Promise<void> {
    this.#boards.set(`${userId}/${listId}`, board);
  }

  async dropBoard({ userId, listId }: Shelf): Promise<void> {
    this.#boards.delete(`${userId}/${listId}`);
  }

  async answers(userId: string): Promise<readonly KeptAnswer[]> {
    return [...this.#answers].filter(([key]) => key.startsWith(`${userId}/`)).map(([, answer]) => answer);
  }

  async keepAnswer(userId: string, answer: KeptAnswer): Promise<void> {
    this.#answers.set(`${userId}/${answer.name}`, answer);
  }

  async clear(): Promise<void> {
    this.#boards.clear();
    this.#answers.clear();
  }
}
