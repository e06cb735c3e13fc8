import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/task.module.css';
import { useDraft } from '@/ui/useDraft';

interface Props {
  /** What the draft is kept under. */
  place: string;
  current: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}

/** The text being written is a draft of its own: what others save meanwhile is announced, never typed over. */
export function DescriptionForm({ place, current, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [base] = useState(current);
  const [draft, setDraft, endDraft] = useDraft(place, base);
  const save = () => {
    endDraft();
    onSave(draft);
  };
  const cancel = () => {
    endDraft();
    onCancel();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    if (event.key === 'Escape') {
      // Escape leaves the text, not the whole panel.
      event.stopPropagation();
      cancel();
    }
  };

  return (
    <div data-field="description">
      <OutlinedInput
        multiline
        fullWidth
        autoFocus
        minRows={4}
        maxRows={20}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        inputProps={{
          'aria-label': t('task.description'),
          maxLength: 32768,
          dir: 'auto',
          'data-testid': 'description',
        }}
      />
      {current !== base && (
        <p className={styles['warning']} role="status">
          {t('task.descriptionChanged')}
        </p>
      )}
      <div className={styles['formFoot']}>
        <Button size="small" variant="contained" onClick={save}>
          {t('shell.save')}
        </Button>
        <Button size="small" color="inherit" onClick={cancel}>
          {t('shell.cancel')}
        </Button>
      </div>
    </div>
  );
}
