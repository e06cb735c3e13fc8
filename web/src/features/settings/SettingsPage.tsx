import { useTranslation } from 'react-i18next';
import { Reminders } from '@/features/settings/Reminders';
import styles from '@/features/settings/settings.module.css';
import { TimeZone } from '@/features/settings/TimeZone';
import { Tokens } from '@/features/settings/Tokens';
import { Switches } from '@/ui/Switches';

/** What is the user's own and needs more room than the profile's menu. */
export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <div className={styles['page']} data-testid="settings">
      <h1>{t('settings.title')}</h1>
      <Reminders />
      <TimeZone />
      <section className={styles['part']}>
        <h2>{t('settings.device')}</h2>
        <Switches />
      </section>
      <Tokens />
    </div>
  );
}
