import { setupListeners } from '@reduxjs/toolkit/query';
import { pageHidden, retryRequested, selectBadge } from '@/state/connection';
import type { AppStore } from '@/state/store';

/** Lets the engine notice what the browser knows: the network is back, the tab is looked at again. */
export function startEngine(store: AppStore): () => void {
  const poke = () => store.dispatch(retryRequested());
  const seen = () => (document.visibilityState === 'visible' ? poke() : store.dispatch(pageHidden()));
  const restored = (event: PageTransitionEvent) => event.persisted && poke();
  // Only where the browser could not keep them: everything else is sent at the next visit.
  const leaving = (event: BeforeUnloadEvent) => {
    const { unsent, reason } = selectBadge(store.getState());
    if (unsent > 0 && reason === 'storage') event.preventDefault();
  };
  window.addEventListener('beforeunload', leaving);
  window.addEventListener('online', poke);
  window.addEventListener('pageshow', restored);
  document.addEventListener('visibilitychange', seen);
  const unlisten = setupListeners(store.dispatch);
  return () => {
    window.removeEventListener('beforeunload', leaving);
    window.removeEventListener('online', poke);
    window.removeEventListener('pageshow', restored);
    document.removeEventListener('visibilitychange', seen);
    unlisten();
  };
}
