import { type RefObject, useEffect } from 'react';

/** Up and Down walk from the field through the hits and back; every stop is an ordinary link. */
export function useWalk(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const stops = page.current?.querySelectorAll<HTMLElement>('input, [data-testid="hit"]') ?? [];
      const at = Array.from<Element | null>(stops).indexOf(document.activeElement);
      const next = at === -1 ? undefined : stops[at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    const element = page.current;
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [page]);
}
