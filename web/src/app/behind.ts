import { type ComponentType, lazy } from 'react';
import type { Entry } from '@/state/entry';

/** What is behind the sign-in, screens and store, which the sign-in does without. */
export interface Behind {
  readonly SignedIn: ComponentType;
  /** Somebody will need it soon. */
  readonly fetch: () => void;
}

export function behind(entry: Entry): Behind {
  let coming: Promise<{ default: ComponentType }> | undefined;
  const come = () => {
    coming ??= bring(entry).catch((error: unknown) => {
      // Cut off: whoever needs it asks again.
      coming = undefined;
      throw error;
    });
    return coming;
  };
  return { SignedIn: lazy(come), fetch: () => void come().catch(() => undefined) };
}

async function bring(entry: Entry) {
  const [{ SignedIn }, { startEngine }] = await Promise.all([import('@/app/SignedIn'), import('@/state/startEngine')]);
  startEngine(entry);
  return { default: SignedIn };
}
