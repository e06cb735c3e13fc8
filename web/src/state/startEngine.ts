import { setupListeners } from '@reduxjs/toolkit/query';
import { addBoard } from '@/state/addBoard';
import { pageHidden, retryRequested, selectBadge } from '@/state/connection';
import type { Entry } from '@/state/entry';

/** Adds the engine, and lets it notice what the browser knows: the network is back, the tab is looked at again. Once a page. */
export function startEngine(entry: Entry): void {
  const store = addBoard(entry);
  const poke = () => store.dispatch(retryRequested());
  window.addEventListener('online', poke);
  window.addEventListener('pageshow', (event) => event.persisted && poke());
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'visible' ? poke() : store.dispatch(pageHidden()),
  );
  // Only where the browser could not keep them: everything else is sent at the next visit.
  window.addEventListener('beforeunload', (event) => {
    const { unsent, reason } = selectBadge(store.getState());
    if (unsent > 0 && reason === 'storage') event.preventDefault();
  });
  setupListeners(store.dispatch);
}
