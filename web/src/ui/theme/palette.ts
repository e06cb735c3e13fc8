import type { ColorSystemOptions } from '@mui/material/styles';
import { dark, darkLabels, type LabelColor, type LabelTone, light, lightLabels, type Tokens } from '@/ui/theme/tokens';

// The tokens stand in MUI's palette under their own names, so that MUI writes one CSS variable for each.
declare module '@mui/material/styles' {
  interface Palette extends Omit<Tokens, 'text'> {
    label: Record<LabelColor, LabelTone>;
  }
  interface PaletteOptions extends Partial<Omit<Tokens, 'text'>> {
    label?: Record<LabelColor, LabelTone>;
  }
}

function scheme(tokens: Tokens, label: Record<LabelColor, LabelTone>): ColorSystemOptions {
  const { text, ...own } = tokens;
  return {
    palette: {
      ...own,
      label,
      primary: { main: tokens.accent, dark: tokens.accentHover, contrastText: tokens.onAccent },
      error: { main: tokens.bad, contrastText: tokens.onBad },
      warning: { main: tokens.warn },
      success: { main: tokens.good },
      background: { default: tokens.surface, paper: tokens.raised },
      text: { primary: text, secondary: tokens.muted, disabled: tokens.disabled },
      divider: tokens.border,
      action: { hover: tokens.hover, selected: tokens.accentSoft, active: tokens.muted },
    },
  };
}

export const colorSchemes = { light: scheme(light, lightLabels), dark: scheme(dark, darkLabels) };
