/**
 * Keys by their place on the board, not by what the layout writes there: "KeyM" is M on a Russian layout, too.
 * "Mod" is Ctrl, or Command on a Mac.
 */
export interface Pressed {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** "Mod+Shift+KeyZ" for what was pressed. */
export function keysOf({ code, ctrlKey, metaKey, shiftKey, altKey }: Pressed): string {
  const held = [ctrlKey || metaKey ? 'Mod' : '', altKey ? 'Alt' : '', shiftKey ? 'Shift' : ''];
  return [...held.filter(Boolean), code === 'NumpadEnter' ? 'Enter' : code].join('+');
}

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

const names: Record<string, string> = {
  Slash: '/',
  Period: '.',
  Comma: ',',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  'Shift+Slash': '?',
};

/** How a key is written on the screen. */
export function keyWords(keys: string, isMac: boolean): string[] {
  const whole = names[keys];
  if (whole !== undefined) return [whole];
  return keys.split('+').map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    return names[part] ?? part.replace(/^(Key|Digit)/, '');
  });
}

/** Letters belong to the text while somebody writes. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
