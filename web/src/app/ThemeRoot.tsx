import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { ThemeProvider } from '@mui/material/styles';
import { type ReactNode, useMemo } from 'react';
import { componentTexts } from '@/i18n/i18n';
import { useLanguage } from '@/i18n/useLanguage';
import { makeTheme } from '@/ui/theme/theme';

// The server puts a fresh nonce into the page; only style elements that carry it are allowed by its policy.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const cache = createCache({ key: 'tl', ...(nonce ? { nonce } : {}) });

export function ThemeRoot({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const theme = useMemo(() => makeTheme(componentTexts(language)), [language]);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="tasklist.theme">
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
