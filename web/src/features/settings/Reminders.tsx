import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reminders } from '@/contract/rest';
import styles from '@/features/settings/settings.module.css';
import { type Refused, useRefusalText } from '@/i18n/useRefusalText';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { selectSession, updateMe } from '@/state/session';
import { Labelled } from '@/ui/Labelled';

/** When the inbox tells of a task that is due. */
export function Reminders() {
  const { t } = useTranslation();
  const text = useRefusalText();
  const dispatch = useAppDispatch();
  const chosen = useAppSelector(selectSession).user?.reminder ?? 'hourBefore';
  const [problem, setProblem] = useState<Refused>();

  const onChange = async (reminder: typeof chosen) => {
    setProblem(undefined);
    const answer = await dispatch(updateMe({ reminder }));
    if (updateMe.rejected.match(answer)) setProblem(answer.payload as Refused);
  };

  return (
    <section className={styles['part']}>
      <h2>{t('settings.reminders')}</h2>
      <p className={styles['hint']}>{t('settings.remindersHint')}</p>
      <div className={styles['wide']}>
        <Labelled
          label={t('settings.reminderWhen')}
          value={chosen}
          options={reminders.map((value) => ({ value, words: t(`settings.reminder.${value}`) }))}
          onChange={(value) => void onChange(value)}
          testId="reminder"
        />
      </div>
      {problem && (
        <p className={styles['problem']} role="alert">
          {text(problem)}
        </p>
      )}
    </section>
  );
}
