import type { Page } from '@playwright/test';

/** The ids of the commands that lie in this browser's store, as they would survive its death. */
export function keptCommandIds(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('tasklist');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('ops').objectStore('ops').getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result.map((row: { commandId: string }) => row.commandId).sort());
          };
        };
      }),
  );
}
