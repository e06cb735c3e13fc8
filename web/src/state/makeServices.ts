import type { UnknownAction } from '@reduxjs/toolkit';
import type { ListSnapshot } from '@/contract/snapshot';
import { uuidv7 } from '@/lib/uuidv7';
import { api } from '@/state/api';
import { overlayChanged, scopeChanged, serverBatchApplied } from '@/state/board';
import { clashMet } from '@/state/clashes';
import { connectionChanged } from '@/state/connection';
import { noticeShown } from '@/state/notices';
import { presenceChanged } from '@/state/presence';
import type { EntryServices, Services } from '@/state/services';
import type { SessionState } from '@/state/session';
import { Engine } from '@/sync/engine';
import { IdbLastSeen } from '@/sync/idbLastSeen';
import { IdbOpStore } from '@/sync/idbOpStore';
import type { OpStore, Sink, Transport } from '@/sync/ports';
import { SignalrTransport } from '@/sync/signalrTransport';
import type { EngineNotice } from '@/sync/status';
import { systemClock } from '@/sync/systemClock';

/** Tests bring their own. */
export interface World {
  readonly transport?: Transport;
  readonly store?: OpStore;
}

type Dispatch = (action: UnknownAction) => unknown;

export function makeServices(
  { tokens, http }: EntryServices,
  world: World,
  dispatch: Dispatch,
  session: () => SessionState,
): Services {
  const transport =
    world.transport ??
    new SignalrTransport({
      token: (askAnew) => tokens.fresh(askAnew),
      snapshot: (listId) => http.send<ListSnapshot>({ path: `/api/lists/${listId}` }),
    });
  const lastSeen = new IdbLastSeen();
  const engine = new Engine({
    transport,
    store: world.store ?? new IdbOpStore(),
    lastSeen,
    clock: systemClock,
    random: Math.random,
    sink: sinkTo(dispatch),
    userId: () => session().user?.userId ?? null,
  });
  tokens.onRenewed = (token) => engine.renewed(token);
  return { tokens, http, engine, lastSeen };
}

function sinkTo(dispatch: Dispatch): Sink {
  const stale = (...tags: ('MyLists' | 'Inbox' | 'MyTasks')[]) => dispatch(api.util.invalidateTags(tags));
  return {
    serverBatchApplied: (lists, at) => dispatch(serverBatchApplied({ lists, at })),
    overlayChanged: (overlay) => dispatch(overlayChanged(overlay)),
    scopeChanged: (listId, status) => dispatch(scopeChanged({ listId, status })),
    connectionChanged: (badge) => dispatch(connectionChanged(badge)),
    noticed: (notice) => {
      const { clash, listId } = notice;
      dispatch(clash ? clashMet({ ...clash, listId, clashId: uuidv7() }) : noticeShown(shown(notice)));
    },
    presenceChanged: (listId, viewers) => dispatch(presenceChanged({ listId, viewers })),
    connected: () => stale('MyLists', 'Inbox', 'MyTasks'),
    listsChanged: () => stale('MyLists', 'MyTasks'),
    notified: () => stale('Inbox', 'MyTasks'),
  };
}

function shown(notice: EngineNotice) {
  const { kind, code, params, text } = notice;
  return {
    kind: kind === 'conflict' ? 'info' : 'warning',
    code,
    ...(params ? { params } : {}),
    ...(text ? { text } : {}),
  } as const;
}
