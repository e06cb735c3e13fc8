import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/task.module.css';

interface Props {
  comments: ReactNode;
  count: number;
  history: ReactNode;
}

const tabs = ['comments', 'history'] as const;

/** What people said, and behind it what they did. */
export function PanelTabs({ comments, count, history }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState<(typeof tabs)[number]>('comments');

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const next = shown === 'comments' ? 'history' : 'comments';
    setShown(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };

  return (
    <section className={styles['part']}>
      <div role="tablist" className={styles['tabs']} aria-label={t('task.tabs')} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab}
            id={`${id}-${tab}`}
            type="button"
            role="tab"
            aria-selected={tab === shown}
            aria-controls={`${id}-panel`}
            tabIndex={tab === shown ? 0 : -1}
            data-testid={`tab-${tab}`}
            onClick={() => setShown(tab)}
          >
            {t(`task.${tab}`)}
            {tab === 'comments' && count > 0 && <span className={styles['progress']}>{count}</span>}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${shown}`}>
        {shown === 'comments' ? comments : history}
      </div>
    </section>
  );
}
