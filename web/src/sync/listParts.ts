import { Keeper } from '@/sync/keeper';
import { ListCopy } from '@/sync/listCopy';
import { Outbox } from '@/sync/outbox';
import type { EngineParts } from '@/sync/ports';
import { type Entered, Reader } from '@/sync/reader';
import { Screen } from '@/sync/screen';

export interface ListHost {
  /** There is news: flush soon. */
  dirty(): void;
  /** Something the badge tells of has changed. */
  changed(): void;
  unauthenticated(): void;
  storageFailed(): void;
}

/** What the parts of a list have to say to the list itself. */
interface ListWords {
  copyDropped(): void;
  accessLost(): void;
  /** The commands shown on the screen are others now. */
  repaint(): void;
  /** The server does not know our words: one side is older. */
  tooOld(): void;
}

interface Assembled {
  readonly copy: ListCopy;
  readonly screen: Screen;
  readonly outbox: Outbox;
  readonly reader: Reader;
}

/** Makes the four parts of one open list and tells them of each other: none of them knows more than it uses. */
export function assemble(listId: string, parts: EngineParts, host: ListHost, list: ListWords): Assembled {
  const { transport, clock, random, lastSeen } = parts;
  const copy = new ListCopy(new Keeper({ shelf: { userId: parts.userId() ?? '', listId }, lastSeen, clock }));
  const screen = new Screen(listId, parts);
  const outbox = new Outbox(listId, parts, screen, {
    ...host,
    repaint: list.repaint,
    tooOld: list.tooOld,
    accepted: (version) => {
      copy.aimAt(version);
      host.dirty();
    },
  });
  const onEntered = async (entered: Entered) => {
    if (entered.isNew) {
      copy.drop();
      list.copyDropped();
    }
    return outbox.enter(entered);
  };
  const reader = new Reader({
    listId,
    transport,
    clock,
    random,
    copy,
    queue: outbox.queue,
    onNews: host.dirty,
    onEntered,
    onAccessLost: list.accessLost,
    onUnauthenticated: host.unauthenticated,
  });
  return { copy, screen, outbox, reader };
}
