// Runs before the first paint, so that a dark page never flashes white. The key is the one ui/ThemeRoot gives to MUI.
let stored = null;
try {
  stored = localStorage.getItem('tasklist.theme');
} catch {
  // Storage is switched off: follow the system.
}
const isDark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
