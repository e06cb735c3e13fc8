const key = 'tasklist.letterKeys';

/** Whether single letters are shortcuts. Who speaks to the computer, or hits keys by chance, turns them off. */
export function letterKeysOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function setLetterKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // The choice lasts as long as the page.
  }
}
