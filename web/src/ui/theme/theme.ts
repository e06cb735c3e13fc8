import { createTheme, type Theme } from '@mui/material/styles';
import { components } from '@/ui/theme/components';
import { colorSchemes } from '@/ui/theme/palette';

const systemStack =
  'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", "Helvetica Neue", Arial, sans-serif';

/** One theme for both schemes; `data-theme` on <html> chooses (set before first paint by /theme.js). */
export function makeTheme(locale: object): Theme {
  return createTheme(
    {
      cssVariables: { cssVarPrefix: 'tl', colorSchemeSelector: '[data-theme="%s"]' },
      colorSchemes,
      spacing: 4,
      shape: { borderRadius: 6 },
      typography: {
        fontFamily: systemStack,
        fontSize: 14,
        htmlFontSize: 16,
        body1: { fontSize: '0.875rem', lineHeight: '20px' },
        body2: { fontSize: '0.8125rem', lineHeight: '18px' },
        button: { fontSize: '0.875rem', lineHeight: '20px', fontWeight: 500, textTransform: 'none' },
        h1: { fontSize: '1.5rem', lineHeight: '32px', fontWeight: 650, letterSpacing: '-0.01em' },
        h2: { fontSize: '1.0625rem', lineHeight: '24px', fontWeight: 600 },
        h3: { fontSize: '0.875rem', lineHeight: '20px', fontWeight: 600 },
      },
      motion: { reducedMotion: 'system' },
      transitions: {
        duration: {
          shortest: 90,
          shorter: 110,
          short: 120,
          standard: 140,
          complex: 150,
          enteringScreen: 140,
          leavingScreen: 110,
        },
      },
      components,
    },
    locale,
  );
}
