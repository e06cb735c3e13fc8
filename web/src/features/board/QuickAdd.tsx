import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/board/QuickAdd.module.css';

interface Props {
  label: string;
  onAdd: (title: string) => void;
  onClose: () => void;
}

/** Stays open after Enter, so that a list of things is typed in one go. */
export function QuickAdd({ label, onAdd, onClose }: Props) {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus(), []);

  const add = () => {
    const text = title.trim();
    if (text === '') return;
    onAdd(text);
    setTitle('');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add();
    } else if (event.key === 'Escape') {
      onClose();
    }
  };

  // Leaving with text in it keeps the text as a task; leaving empty only closes.
  const onBlur = () => {
    add();
    onClose();
  };

  return (
    <div className={styles['quickAdd']}>
      <textarea
        ref={input}
        rows={2}
        value={title}
        dir="auto"
        maxLength={1024}
        aria-label={label}
        placeholder={t('board.newTaskPlaceholder')}
        data-testid="quick-add"
        onChange={(event) => setTitle(event.target.value.replaceAll('\n', ' '))}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <p>{t('board.newTaskHint')}</p>
    </div>
  );
}
