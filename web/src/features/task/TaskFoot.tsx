import { useTranslation } from 'react-i18next';
import styles from '@/features/task/task.module.css';
import { formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import type { BoardTask } from '@/state/board';
import { usePersonName } from '@/ui/people';

export function TaskFoot({ task }: { task: BoardTask }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = usePersonName(task.createdBy);
  const date = formatMoment(language, task.createdAt);
  return (
    <p className={styles['foot']}>{name ? t('task.createdBy', { name, date }) : t('task.createdBySystem', { date })}</p>
  );
}
