import { useTranslation } from 'react-i18next';
import styles from '@/features/views/calendar.module.css';
import { useLanguage } from '@/i18n/useLanguage';
import { wallOf } from '@/lib/zone';
import { IconAction } from '@/ui/IconAction';
import { useNow } from '@/ui/useNow';

export type Span = 'month' | 'week';

interface Props {
  day: Date;
  span: Span;
  onShow: (day: Date, span: Span) => void;
}

/** Which month it is, and the ways to another one. */
export function CalendarHead({ day, span, onShow }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const month = new Intl.DateTimeFormat(useLanguage(), { month: 'long', year: 'numeric' }).format(day);
  const step = (by: number) =>
    onShow(
      span === 'month'
        ? new Date(day.getFullYear(), day.getMonth() + by, 1)
        : new Date(day.getFullYear(), day.getMonth(), day.getDate() + 7 * by),
      span,
    );
  return (
    <div className={styles['calendarHead']}>
      <h2 aria-live="polite">{month}</h2>
      <IconAction icon="left" label={t('views.earlier')} onClick={() => step(-1)} />
      <IconAction icon="right" label={t('views.later')} onClick={() => step(1)} />
      <button type="button" onClick={() => onShow(wallOf(now), span)}>
        {t('views.today')}
      </button>
      {(['month', 'week'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={each === span} onClick={() => onShow(day, each)}>
          {t(`views.${each}`)}
        </button>
      ))}
    </div>
  );
}
