/**
 * The focus never falls to nowhere. What has it may go or be switched off: a row is removed, a dialog closes, the topmost
 * entry cannot be moved up any more. Left on the page's body, Escape would close nothing and Tab would begin anew.
 * What stands in the gap takes over, else whatever had the focus before.
 */
const trailLength = 20;
const stops = 'a[href], button, input, select, textarea, [tabindex]';
/** Rooms that are not left in the search for a neighbour; the room itself takes the focus where it can. */
const rooms = 'main, [role="dialog"], .MuiPaper-root, body';
/** What was opened beside the page: when it closes, its neighbours have nothing to do with it. */
const asides = '[tabindex="-1"], [role="toolbar"]';

export function keepFocus(page: Document = document): () => void {
  let trail: HTMLElement[] = [];
  let isGivenUp = false;

  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    trail = [...trail.filter((each) => each !== target), target].slice(-trailLength);
    isGivenUp = false;
  };
  const onFocusOut = ({ target }: FocusEvent) => {
    // Only once the script that may be removing it has ended, one can tell a removal from somebody pressing beside it.
    queueMicrotask(() => {
      isGivenUp = page.activeElement === page.body && target instanceof HTMLElement && isReady(target);
    });
  };
  const onChange = (records: MutationRecord[]) => {
    const last = trail.at(-1);
    const { activeElement: active } = page;
    if (!last || isGivenUp || (active && active !== page.body && !active.matches(':disabled'))) return;
    if (isReady(last)) return;
    const next = last.isConnected ? around(last, last) : inGap(last, records);
    (next ?? trail.findLast(isReady))?.focus({ preventScroll: true });
  };

  const observer = new MutationObserver(onChange);
  observer.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  page.addEventListener('focusin', onFocusIn);
  page.addEventListener('focusout', onFocusOut);
  return () => {
    observer.disconnect();
    page.removeEventListener('focusin', onFocusIn);
    page.removeEventListener('focusout', onFocusOut);
  };
}

/** What stands where the removed element hung. */
function inGap(gone: HTMLElement, records: readonly MutationRecord[]): HTMLElement | undefined {
  for (let lost: Node = gone; ; ) {
    const top = topOf(lost);
    const record = records.findLast(({ removedNodes }) => [...removedNodes].includes(top));
    if (!record) return undefined;
    const { target } = record;
    if (!target.isConnected) {
      lost = target;
      continue;
    }
    if (!(target instanceof HTMLElement) || target.parentElement?.matches('body')) return undefined;
    if (target.matches(rooms)) return roomOf(target);
    // A card is walked to as one thing, whatever was being done inside it.
    const card = target.closest<HTMLElement>('article[tabindex]');
    if (card) return card;
    if (top instanceof Element && top.matches(asides)) return undefined;
    const slot = top instanceof Element ? [top, ...stopsIn(top)].filter(isStop).indexOf(gone) : 0;
    const here = newcomer(record);
    return stopIn(here, slot) ?? stopIn(before(record, here), slot) ?? around(here ?? target, gone);
  }
}

/** The nearest place to stop beside an element, walking outwards within its room. */
function around(from: Element, gone: HTMLElement): HTMLElement | undefined {
  for (let at: Element = from; !at.matches(rooms); ) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      const found = stopIn(next, 0, gone);
      if (found) return found;
    }
    for (let next = at.previousElementSibling; next; next = next.previousElementSibling) {
      const found = stopIn(next, 0, gone);
      if (found) return found;
    }
    if (!at.parentElement) return undefined;
    at = at.parentElement;
    if (at.matches(rooms)) return roomOf(at);
  }
  return undefined;
}

function roomOf(room: Element): HTMLElement | undefined {
  const holder = room.matches('[tabindex]') ? room : room.closest('[tabindex]');
  return holder instanceof HTMLElement ? holder : undefined;
}

function newcomer({ target, previousSibling, nextSibling }: MutationRecord): Element | null {
  if (previousSibling?.parentNode === target) return elementAfter(previousSibling);
  if (previousSibling === null && target instanceof Element) return target.firstElementChild;
  return nextSibling instanceof Element && nextSibling.parentNode === target ? nextSibling : null;
}

function before({ target }: MutationRecord, here: Element | null): Element | null {
  if (here) return here.previousElementSibling;
  return target instanceof Element ? target.lastElementChild : null;
}

function elementAfter(node: Node): Element | null {
  for (let next = node.nextSibling; next; next = next.nextSibling) if (next instanceof Element) return next;
  return null;
}

/** The same control of the next row; where there is none, the last one that row has. */
function stopIn(element: Element | null, slot: number, except?: HTMLElement): HTMLElement | undefined {
  if (!element) return undefined;
  const all = [element, ...stopsIn(element)].filter(isStop).filter((each) => each !== except);
  const wanted = all[Math.min(Math.max(slot, 0), all.length - 1)];
  return wanted && isReady(wanted) ? wanted : all.find(isReady);
}

function stopsIn(element: Element): Element[] {
  return [...element.querySelectorAll(stops)];
}

function isStop(element: Element): element is HTMLElement {
  // A field that grows has a hidden twin to be measured by.
  return element instanceof HTMLElement && element.matches(stops) && element.getAttribute('aria-hidden') !== 'true';
}

function isReady(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

function topOf(node: Node): Node {
  let top = node;
  while (top.parentNode) top = top.parentNode;
  return top;
}
