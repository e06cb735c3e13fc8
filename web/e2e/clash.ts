import type { Page } from '@playwright/test';
import { isRecord } from '@/state/wire';

const separator = '\u001e';

/** As if somebody else had written the same a moment ago: every title that is saved comes back with these words of theirs. */
export async function clashWith(page: Page, theirs: string): Promise<void> {
  const edits = new Set<unknown>();
  const conflicts = [{ field: 'title', theirs, byActorId: null }];
  await page.routeWebSocket(/\/hubs\/board/, (browser) => {
    const server = browser.connectToServer();
    browser.onMessage((message) => {
      for (const part of partsOf(message))
        if (JSON.stringify(part['arguments'] ?? '').includes('"editTask"')) edits.add(part['invocationId']);
      server.send(message);
    });
    server.onMessage((message) => {
      const parts = partsOf(message).map((part) =>
        edits.delete(part['invocationId']) && isRecord(part['result'])
          ? { ...part, result: { ...part['result'], conflicts } }
          : part,
      );
      browser.send(parts.map((part) => JSON.stringify(part) + separator).join(''));
    });
  });
}

function partsOf(message: string | Buffer): Record<string, unknown>[] {
  return String(message)
    .split(separator)
    .filter(Boolean)
    .map((part) => JSON.parse(part));
}
