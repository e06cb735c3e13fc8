import { useTranslation } from 'react-i18next';
import styles from '@/features/board/Card.module.css';
import { dueTone } from '@/features/board/due';
import { formatDay, formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { Icon } from '@/ui/Icon';
import { useNow } from '@/ui/useNow';

/** The due date; late and soon differ by icon and words as well as by colour. */
export function DueFact({ dueAt, isCompleted }: { dueAt: string; isCompleted: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const tone = dueTone(dueAt, now, isCompleted);
  const date = formatMoment(language, dueAt);
  const words = {
    late: t('board.dueLate', { date }),
    soon: t('board.dueSoon', { date }),
    calm: t('board.dueOn', { date }),
  }[tone];
  return (
    <span className={styles['fact']} data-due={tone} title={words}>
      <Icon name={tone === 'late' ? 'alert' : 'calendar'} size={14} />
      <span aria-hidden="true">{formatDay(language, dueAt, now)}</span>
      <span className="visuallyHidden">{words}</span>
    </span>
  );
}
