import { useTranslation } from 'react-i18next';
import styles from '@/features/board/Card.module.css';
import { Icon } from '@/ui/Icon';

/** Quick actions that show on hover and focus. Plain buttons: a tooltip component per card would cost a thousand. */
export function CardActions({ canEdit, isCurrent }: { canEdit: boolean; isCurrent: boolean }) {
  const { t } = useTranslation();
  if (!canEdit) return null;
  const shared = { type: 'button', tabIndex: isCurrent ? 0 : -1 } as const;
  return (
    <div className={styles['actions']}>
      <button {...shared} data-action="edit" aria-label={t('board.editTitle')} title={t('board.editTitle')}>
        <Icon name="edit" size={16} />
      </button>
      <button {...shared} data-action="move" aria-label={t('board.moveTo')} title={t('board.moveTo')}>
        <Icon name="move" size={16} />
      </button>
      <button
        {...shared}
        data-action="menu"
        aria-haspopup="menu"
        aria-label={t('board.taskMenu')}
        title={t('board.taskMenu')}
      >
        <Icon name="more" size={16} />
      </button>
    </div>
  );
}
