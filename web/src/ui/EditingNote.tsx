import { useTranslation } from 'react-i18next';
import styles from '@/ui/EditingNote.module.css';
import { useNames } from '@/ui/people';

/** Who writes here just now: a word, never a lock. Ids with spaces between. */
export function EditingNote({ userIds }: { userIds: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const people = userIds.split(' ').map((id) => names.get(id) ?? t('task.former'));
  if (userIds === '') return null;
  return (
    <p className={styles['note']} data-testid="editing">
      {t('people.editing', { names: people.join(', '), count: people.length })}
    </p>
  );
}
