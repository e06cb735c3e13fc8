import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { AppDialog } from '@/ui/AppDialog';
import styles from '@/ui/Confirm.module.css';

interface Props {
  title: string;
  text: string;
  /** The verb on the button, the same that was pressed to get here. */
  action: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asked only before what cannot be taken back with one press. */
export function Confirm({ title, text, action, onConfirm, onCancel }: Props) {
  const { t } = useTranslation();
  return (
    <AppDialog
      title={title}
      closeLabel={t('shell.close')}
      onClose={onCancel}
      testId="confirm"
      actions={
        <>
          <Button color="inherit" onClick={onCancel} autoFocus>
            {t('shell.cancel')}
          </Button>
          <Button variant="contained" color="error" onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <p className={styles['text']}>{text}</p>
    </AppDialog>
  );
}
