import type { Page } from '@playwright/test';
import type { Change } from '@/contract/events';
import { isRecord } from '@/state/wire';

const separator = '\u001e';

/** What a page's sockets brought since it was told to listen: which versions, and whether a snapshot was among it. */
export class Frames {
  readonly versions: number[] = [];
  snapshots = 0;

  static on(page: Page, listId: string): Frames {
    const frames = new Frames();
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        for (const part of String(payload).split(separator)) if (part) frames.#read(JSON.parse(part), listId);
      }),
    );
    page.on('request', (request) => {
      if (request.url().endsWith(`/api/lists/${listId}`)) frames.snapshots++;
    });
    return frames;
  }

  forget(): void {
    this.versions.length = 0;
    this.snapshots = 0;
  }

  /** An answer carries its changes in `result`, a push in its first argument. */
  #read(message: unknown, listId: string): void {
    if (!isRecord(message)) return;
    const { result, arguments: pushed } = message;
    const body = isRecord(result) ? result : Array.isArray(pushed) ? pushed[0] : undefined;
    if (!isRecord(body)) return;
    if (body['snapshot'] !== undefined || body['snapshotAt'] !== undefined) this.snapshots++;
    const changes = Array.isArray(body['changes']) ? (body['changes'] as Change[]) : [];
    this.versions.push(...changes.filter((change) => change.listId === listId).map((change) => change.version));
  }
}
