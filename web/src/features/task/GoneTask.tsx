import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/task.module.css';
import { keepDraft, readDraft } from '@/lib/drafts';
import { EmptyState } from '@/ui/EmptyState';

/** Somebody else deleted the task. What was being written into it is still here to be saved elsewhere. */
export function GoneTask({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const places = [`title ${taskId}`, `description ${taskId}`, `comment ${taskId}`];
  const [texts, setTexts] = useState(() => places.flatMap((place) => readDraft(place) ?? []));

  const forget = () => {
    for (const place of places) keepDraft(place, '');
    setTexts([]);
  };

  return (
    <EmptyState icon="alert" title={t('task.notFoundTitle')} text={t('task.notFoundText')}>
      {texts.length > 0 && (
        <div className={styles['kept']} data-testid="kept-text">
          <p>{t('task.keptText')}</p>
          <pre>{texts.join('\n\n')}</pre>
          <Button
            size="small"
            variant="outlined"
            onClick={() => void navigator.clipboard.writeText(texts.join('\n\n')).then(forget)}
          >
            {t('shell.copyText')}
          </Button>
        </div>
      )}
    </EmptyState>
  );
}
