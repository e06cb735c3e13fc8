/**
 * What this device is asked to leave out; on unless switched off. `letterKeys`: single letters are shortcuts, which hurts
 * who dictates or hits keys by chance. `remoteWords`: a screen reader hears of what others change.
 */
export type Switch = 'letterKeys' | 'remoteWords';

const prefix = 'tasklist.';

export function isOn(name: Switch): boolean {
  try {
    return localStorage.getItem(prefix + name) !== 'off';
  } catch {
    return true;
  }
}

export function turn(name: Switch, on: boolean): void {
  try {
    if (on) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, 'off');
  } catch {
    // The choice lasts as long as the page.
  }
}
