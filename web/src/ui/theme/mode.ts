/** The theme a person chose for this device. `public/theme.js` reads the same key before the first paint. */
export type ThemeMode = 'system' | 'light' | 'dark';

const key = 'tasklist.theme';

export function readThemeMode(): ThemeMode {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

export function storeThemeMode(mode: ThemeMode): void {
  try {
    localStorage.setItem(key, mode);
  } catch {
    // Private mode: the choice lasts as long as the page.
  }
}

export function showThemeMode(mode: ThemeMode): void {
  const isDark = mode === 'dark' || (mode === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}
