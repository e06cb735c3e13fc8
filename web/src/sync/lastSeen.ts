import type { Board } from '@/sync/board';
import type { Shelf } from '@/sync/ports';

export interface KeptAnswer {
  readonly name: string;
  readonly value: unknown;
}

/**
 * What a user last saw on this device: lists at a version the server gave, and answers to a few questions. A cache: with
 * it a visit begins before there is a connection, or without one; without it nothing is lost.
 */
export interface LastSeen {
  board(shelf: Shelf): Promise<Board | undefined>;
  keepBoard(shelf: Shelf, board: Board): Promise<void>;
  dropBoard(shelf: Shelf): Promise<void>;
  answers(userId: string): Promise<readonly KeptAnswer[]>;
  keepAnswer(userId: string, answer: KeptAnswer): Promise<void>;
  /** Nobody is signed in here any more: everything of everybody. */
  clear(): Promise<void>;
}
