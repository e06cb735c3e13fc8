import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/settings/settings.module.css';
import { formatTime } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { type Refused, useRefusalText } from '@/i18n/useRefusalText';
import { setZone } from '@/lib/zone';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { selectSession, updateMe } from '@/state/session';
import { Field } from '@/ui/Field';
import { useNow } from '@/ui/useNow';

const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** The zone in which days are days: due dates are shown and chosen in it, and recurring tasks come again in it. */
export function TimeZone() {
  const { t } = useTranslation();
  const text = useRefusalText();
  const language = useLanguage();
  const now = useNow();
  const dispatch = useAppDispatch();
  const listId = useId();
  const current = useAppSelector(selectSession).user?.timeZone ?? 'UTC';
  const [typed, setTyped] = useState(current);
  const [problem, setProblem] = useState<Refused>();

  const onType = async (next: string) => {
    setTyped(next);
    setProblem(undefined);
    const zone = zones.find((each) => each.toLowerCase() === next.trim().toLowerCase());
    if (!zone || zone === current) return;
    const answer = await dispatch(updateMe({ timeZone: zone }));
    if (updateMe.rejected.match(answer)) setProblem(answer.payload as Refused);
    else setZone(zone);
  };

  return (
    <section className={styles['part']}>
      <h2>{t('settings.timeZone')}</h2>
      <p className={styles['hint']}>{t('settings.timeZoneHint')}</p>
      <div className={styles['wide']}>
        <Field
          label={t('settings.timeZoneName')}
          value={typed}
          error={problem && text(problem)}
          hint={t('settings.timeZoneNow', { zone: current, time: formatTime(language, new Date(now).toISOString()) })}
          onChange={(event) => void onType(event.target.value)}
          onBlur={() => setTyped(current)}
          onFocus={(event) => event.target.select()}
          list={listId}
          autoComplete="off"
          spellCheck={false}
          translate="no"
          data-testid="time-zone"
        />
        <datalist id={listId}>
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
    </section>
  );
}
