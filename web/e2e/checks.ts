import { expect } from '@playwright/test';
import { type BoardPage, pictureOf } from './boardPage';
import type { Rest, RestUser } from './rest';
import type { Sender } from './sender';

/** Every acknowledged command stands in the log once, at the version that was answered, and the log has no gaps. */
export async function expectLogKeepsItsWord(rest: Rest, user: RestUser, listId: string, sender: Sender): Promise<void> {
  const log = await rest.log(user, listId);
  expect(log.map((change) => change.version)).toEqual(log.map((_, at) => at + 1));
  const versions = new Map(log.map((change) => [change.commandId, change.version]));
  expect(versions.size, 'no command twice').toBe(log.length);
  const broken = [...sender.acknowledged].filter(([commandId, version]) => versions.get(commandId) !== version);
  expect(broken, 'acknowledged but not there').toEqual([]);
  expect(sender.acknowledged.size, 'everything sent was decided').toBe(sender.sent);
}

/** The browsers show what the server has, and nobody had to reload. */
export async function expectAgreement(rest: Rest, user: RestUser, listId: string, pages: BoardPage[]): Promise<void> {
  const truth = pictureOf(await rest.snapshot(user, listId));
  for (const page of pages) {
    await page.expectPicture(truth);
    await page.expectNoReload();
  }
}
