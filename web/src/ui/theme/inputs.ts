import type { Components, Theme } from '@mui/material/styles';

/** Inputs carry their label above them (ui/Field), never floating inside the border. */
export const inputs: Components<Theme> = {
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        minHeight: 36,
        backgroundColor: 'var(--tl-palette-surface)',
        fontSize: '0.875rem',
        lineHeight: '20px',
        '& .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--tl-palette-inputBorder)' },
        '&:hover:not(.Mui-focused):not(.Mui-disabled):not(.Mui-error) .MuiOutlinedInput-notchedOutline': {
          borderColor: 'var(--tl-palette-muted)',
        },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderWidth: 2, borderColor: 'var(--tl-palette-accent)' },
        '&.MuiInputBase-multiline': { padding: '8px 12px' },
      },
      input: {
        padding: '8px 12px',
        height: 20,
        '&::placeholder': { color: 'var(--tl-palette-muted)', opacity: 1 },
        '.MuiInputBase-multiline > &': { padding: 0 },
      },
    },
  },
  MuiSelect: {
    styleOverrides: {
      select: { minHeight: '20px', paddingBlock: 8, lineHeight: '20px' },
      icon: { color: 'var(--tl-palette-muted)' },
    },
  },
};
