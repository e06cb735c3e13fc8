import { useEffect, useState } from 'react';
import { second } from '@/lib/time';

const quietMs = 30 * second;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const busy = '[role="dialog"], [role="menu"], input:focus, textarea:focus, [contenteditable]:focus';

/** Whether nobody has touched anything for half a minute and nothing is open that a word would interrupt. Once it is, it stays. */
export function useQuiet(isAsked: boolean): boolean {
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => {
    if (!isAsked || isQuiet) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => (document.querySelector(busy) ? wait() : setQuiet(true)), quietMs);
    };
    wait();
    for (const sign of signs) addEventListener(sign, wait, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, wait);
    };
  }, [isAsked, isQuiet]);
  return isQuiet;
}
