import type { Components, Theme } from '@mui/material/styles';
import { floating } from '@/ui/theme/floating';
import { inputs } from '@/ui/theme/inputs';

const focusRing = {
  outline: '2px solid var(--tl-palette-accent)',
  outlineOffset: 2,
};

/** What keeps MUI from looking like MUI: no ripple, no capitals, no shadow on what does not float, calm heights. */
export const components: Components<Theme> = {
  ...inputs,
  ...floating,
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { '&.Mui-focusVisible': focusRing } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: {
        minHeight: 36,
        minWidth: 0,
        padding: '7px 14px',
        borderRadius: 6,
        whiteSpace: 'nowrap',
        variants: [
          { props: { size: 'small' }, style: { minHeight: 30, padding: '4px 10px', fontSize: '0.8125rem' } },
          {
            props: { variant: 'contained', color: 'primary' },
            style: { '&:hover': { backgroundColor: 'var(--tl-palette-accentHover)' } },
          },
          {
            props: { variant: 'outlined' },
            style: {
              borderColor: 'var(--tl-palette-strongBorder)',
              color: 'var(--tl-palette-text-primary)',
              '&:hover': { backgroundColor: 'var(--tl-palette-hover)', borderColor: 'var(--tl-palette-strongBorder)' },
            },
          },
          {
            props: { variant: 'text', color: 'inherit' },
            style: {
              color: 'var(--tl-palette-muted)',
              '&:hover': { backgroundColor: 'var(--tl-palette-hover)', color: 'var(--tl-palette-text-primary)' },
            },
          },
        ],
      },
      startIcon: { marginInlineEnd: 6, marginInlineStart: -2 },
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: {
        width: 32,
        height: 32,
        padding: 0,
        borderRadius: 6,
        color: 'var(--tl-palette-muted)',
        '&:hover': { backgroundColor: 'var(--tl-palette-hover)', color: 'var(--tl-palette-text-primary)' },
        variants: [{ props: { size: 'small' }, style: { width: 26, height: 26 } }],
      },
    },
  },
  MuiLink: { defaultProps: { underline: 'hover' } },
  MuiDivider: { styleOverrides: { root: { borderColor: 'var(--tl-palette-border)' } } },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
};
