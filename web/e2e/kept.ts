import type { Page } from '@playwright/test';

/** The ids of the commands that lie in this browser's store, as they would survive its death. */
export function keptCommandIds(page: Page): Promise<string[]> {
  return commandIdsIn(page, 'tasklist', 'ops');
}

/** The ids of those that the server has acknowledged in the last day. */
export function receiptIds(page: Page): Promise<string[]> {
  return commandIdsIn(page, 'tasklist-receipts', 'receipts');
}

function commandIdsIn(page: Page, database: string, store: string): Promise<string[]> {
  return page.evaluate(
    ([database, store]) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open(database);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(store).objectStore(store).getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result.map((row: { commandId: string }) => row.commandId).sort());
          };
        };
      }),
    [database, store] as const,
  );
}
