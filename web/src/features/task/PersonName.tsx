import { useTranslation } from 'react-i18next';
import styles from '@/features/task/task.module.css';
import { Avatar } from '@/ui/Avatar';
import { usePersonName } from '@/ui/people';

export function PersonName({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const name = usePersonName(userId);
  return (
    <span className={styles['person']}>
      <Avatar id={userId} name={name} size={20} decorative />
      <span dir="auto">{name ?? (name === null ? t('task.former') : '…')}</span>
    </span>
  );
}
