import type { UnknownAction } from '@reduxjs/toolkit';
import type { ListSnapshot } from '@/contract/snapshot';
import { late } from '@/lib/late';
import { uuidv7 } from '@/lib/uuidv7';
import { api } from '@/state/api';
import { overlayChanged, scopeChanged, serverBatchApplied } from '@/state/board';
import { clashMet } from '@/state/clashes';
import { connectionChanged } from '@/state/connection';
import { Http } from '@/state/http';
import { noticeShown } from '@/state/notices';
import { presenceChanged } from '@/state/presence';
import type { Services } from '@/state/services';
import { type SessionState, sessionEnded } from '@/state/session';
import { Tokens } from '@/state/tokens';
import { Engine } from '@/sync/engine';
import type { LastSeen } from '@/sync/lastSeen';
import type { OpStore, Sink, Transport } from '@/sync/ports';
import { SignalrTransport } from '@/sync/signalrTransport';
import type { EngineNotice } from '@/sync/status';
import { systemClock } from '@/sync/systemClock';

interface Options {
  readonly fetcher?: typeof fetch;
  readonly transport?: Transport;
  readonly store?: OpStore;
}

type Dispatch = (action: UnknownAction) => unknown;

export function makeServices(options: Options, dispatch: Dispatch, session: () => SessionState): Services {
  const fetcher = options.fetcher ?? globalThis.fetch.bind(globalThis);
  const tokens = new Tokens(fetcher);
  const http = new Http(tokens, fetcher);
  const transport =
    options.transport ??
    new SignalrTransport({
      token: (askAnew) => tokens.fresh(askAnew),
      snapshot: (listId) => http.send<ListSnapshot>({ path: `/api/lists/${listId}` }),
    });
  // Begun at once, waited for by nobody who only signs in.
  const lastSeen: LastSeen = late(import('@/sync/idbLastSeen').then(({ IdbLastSeen }) => new IdbLastSeen()));
  const engine = new Engine({
    transport,
    store: options.store ?? late<OpStore>(import('@/sync/idbOpStore').then(({ IdbOpStore }) => new IdbOpStore())),
    lastSeen,
    clock: systemClock,
    random: Math.random,
    sink: sinkTo(dispatch),
    userId: () => session().user?.userId ?? null,
  });
  tokens.onRenewed = (token) => engine.renewed(token);
  tokens.onEnded = () => dispatch(sessionEnded());
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
