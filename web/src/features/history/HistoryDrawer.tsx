import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/history/drawer.module.css';
import { History } from '@/features/history/History';
import { IconAction } from '@/ui/IconAction';

interface Props {
  listId: string;
  canEdit: boolean;
  onLook: (version: number) => void;
  onClose: () => void;
}

/** The whole list's past beside its board. */
export function HistoryDrawer({ listId, canEdit, onLook, onClose }: Props) {
  const { t } = useTranslation();
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => drawer.current?.focus({ preventScroll: true }), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };

  return (
    <section
      ref={drawer}
      className={styles['drawer']}
      aria-label={t('lists.history')}
      tabIndex={-1}
      data-testid="history-drawer"
      onKeyDown={onKeyDown}
    >
      <header>
        <h2>{t('lists.history')}</h2>
        <IconAction icon="close" label={t('shell.close')} onClick={onClose} />
      </header>
      <div className={styles['content']}>
        <History listId={listId} canEdit={canEdit} onLook={onLook} />
      </div>
    </section>
  );
}
