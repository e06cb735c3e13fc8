import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/task.module.css';

export function CommentForm({ onSend }: { onSend: (text: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');

  const send = () => {
    if (text.trim() === '') return;
    onSend(text.trim());
    setText('');
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) send();
    // A comment half written must not be lost to the panel's Escape.
    if (event.key === 'Escape' && text !== '') event.stopPropagation();
  };

  return (
    <form onSubmit={onSubmit}>
      <OutlinedInput
        multiline
        fullWidth
        maxRows={12}
        value={text}
        placeholder={t('task.commentAdd')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        inputProps={{ 'aria-label': t('task.commentAdd'), maxLength: 32768, dir: 'auto', 'data-testid': 'comment' }}
      />
      {text.trim() !== '' && (
        <div className={styles['formFoot']}>
          <Button type="submit" size="small" variant="contained">
            {t('task.commentSend')}
          </Button>
        </div>
      )}
    </form>
  );
}
