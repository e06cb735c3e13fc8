import { useEffect, useRef, useState } from 'react';
import type { Refused } from '@/i18n/useRefusalText';
import { useEntryDispatch } from '@/state/hooks';
import type { signIn, signUp } from '@/state/session';

type Entering = ReturnType<typeof signIn> | ReturnType<typeof signUp>;

/** What both forms share: one attempt at a time, and what came of it. The route changes by itself on success. */
export function useEnter() {
  const dispatch = useEntryDispatch();
  const [isBusy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const [refused, setRefused] = useState<Refused>();
  const form = useRef<HTMLFormElement>(null);
  // What is wrong is where one goes on writing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a try and its answer are the triggers, not inputs.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [tries, refused]);

  /** Undefined: the form is not complete, so only its errors are shown. */
  const enter = async (entering: Entering | undefined) => {
    setTries((count) => count + 1);
    setRefused(undefined);
    if (!entering || isBusy) return;
    setBusy(true);
    // The two thunks have the same shape; the union only hides it from dispatch.
    const result = await dispatch(entering as ReturnType<typeof signIn>);
    setBusy(false);
    if (result.meta.requestStatus === 'rejected') {
      setRefused((result.payload as Refused | undefined) ?? { code: 'unexpected' });
    }
  };

  return { form, isBusy, wasTried: tries > 0, refused, enter };
}
