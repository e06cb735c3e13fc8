import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId } from 'react';
import styles from '@/ui/AppDialog.module.css';
import { IconAction } from '@/ui/IconAction';

interface Props {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
  width?: 'xs' | 'sm';
  testId?: string;
}

/** Every dialog of the product: titled, closable by Escape and by its cross; focus goes back where it came from. */
export function AppDialog({ title, closeLabel, onClose, children, actions, width = 'xs', testId }: Props) {
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} maxWidth={width} aria-labelledby={titleId} data-testid={testId}>
      <div className={styles['head']}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <IconAction icon="close" label={closeLabel} onClick={onClose} />
      </div>
      <DialogContent>{children}</DialogContent>
      {actions && <DialogActions>{actions}</DialogActions>}
    </Dialog>
  );
}
