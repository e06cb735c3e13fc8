import { useTranslation } from 'react-i18next';
import styles from '@/features/across/across.module.css';
import { formatDay, formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { Icon } from '@/ui/Icon';
import { useNow } from '@/ui/useNow';

export function DueWords({ dueAt, isDone }: { dueAt: string; isDone: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const isLate = !isDone && Date.parse(dueAt) < now;
  const date = formatMoment(language, dueAt);
  const words = t(isLate ? 'board.dueLate' : 'board.dueOn', { date });
  return (
    <span className={styles['fact']} data-late={isLate || undefined} title={words}>
      <Icon name={isLate ? 'alert' : 'calendar'} size={14} />
      <span aria-hidden="true">{formatDay(language, dueAt, now)}</span>
      <span className="visuallyHidden">{words}</span>
    </span>
  );
}
