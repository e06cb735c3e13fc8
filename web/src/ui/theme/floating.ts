import type { Components, Theme } from '@mui/material/styles';

export const floatShadow = '0 1px 2px rgb(16 17 20 / 8%), 0 8px 28px rgb(16 17 20 / 16%)';

const raised = {
  backgroundColor: 'var(--tl-palette-raised)',
  // Strong, because in the dark a shadow shows no edge.
  border: '1px solid var(--tl-palette-strongBorder)',
  boxShadow: floatShadow,
};

const dialogTop = 'clamp(16px, 12dvh, 120px)';

/** Everything that floats: menus, dialogs, tooltips. Only these cast a shadow. */
export const floating: Components<Theme> = {
  MuiMenu: {
    styleOverrides: {
      paper: { ...raised, borderRadius: 8, minWidth: 180, marginTop: 4 },
      list: { padding: 4 },
    },
  },
  MuiPopover: { styleOverrides: { paper: { ...raised, borderRadius: 8 } } },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        minHeight: 32,
        padding: '6px 10px',
        borderRadius: 5,
        gap: 10,
        fontSize: '0.875rem',
        lineHeight: '20px',
        '&:hover, &.Mui-focusVisible': { backgroundColor: 'var(--tl-palette-hover)', outline: 'none' },
        '&.Mui-selected, &.Mui-selected:hover, &.Mui-selected.Mui-focusVisible': {
          backgroundColor: 'var(--tl-palette-accentSoft)',
        },
      },
    },
  },
  MuiBackdrop: {
    styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'var(--tl-palette-scrim)' } } },
  },
  MuiDialog: {
    styleOverrides: {
      // Hung at the top: what comes later makes it longer below, and no button moves away from under a hand.
      container: { alignItems: 'flex-start' },
      paper: {
        ...raised,
        borderRadius: 10,
        margin: `${dialogTop} 16px 16px`,
        width: 'calc(100% - 32px)',
        maxHeight: `calc(100dvh - ${dialogTop} - 16px)`,
      },
    },
  },
  MuiDialogTitle: {
    styleOverrides: { root: { padding: '18px 20px 4px', fontSize: '1.0625rem', lineHeight: '24px', fontWeight: 600 } },
  },
  MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px 12px' } } },
  MuiDialogActions: {
    styleOverrides: { root: { padding: '12px 20px 20px', gap: 8, '& > :not(style) ~ :not(style)': { marginLeft: 0 } } },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 500, enterNextDelay: 300, disableInteractive: false },
    styleOverrides: {
      tooltip: {
        backgroundColor: 'var(--tl-palette-toast)',
        color: 'var(--tl-palette-onToast)',
        fontSize: '0.75rem',
        lineHeight: '16px',
        fontWeight: 450,
        padding: '5px 8px',
        borderRadius: 5,
      },
    },
  },
};
