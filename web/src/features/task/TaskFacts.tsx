import { useTranslation } from 'react-i18next';
import { AssigneeFact } from '@/features/task/AssigneeFact';
import { DueFact } from '@/features/task/DueFact';
import { LabelFact } from '@/features/task/LabelFact';
import styles from '@/features/task/task.module.css';
import { formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { type BoardTask, selectSection } from '@/state/board';
import { useAppSelector } from '@/state/hooks';

interface Props {
  listId: string;
  task: BoardTask;
  canEdit: boolean;
  onMove: () => void;
}

/** The facts as a tidy list of two columns, each edited where it stands. */
export function TaskFacts({ listId, task, canEdit, onMove }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const section = useAppSelector((state) => selectSection(state, listId, task.sectionId));
  return (
    <dl className={styles['facts']}>
      <dt>{t('task.section')}</dt>
      <dd>
        {canEdit ? (
          <button type="button" className={styles['fact']} onClick={onMove}>
            <span dir="auto">{section?.name}</span>
          </button>
        ) : (
          <span className={styles['plain']} dir="auto">
            {section?.name}
          </span>
        )}
      </dd>
      <dt>{t('task.due')}</dt>
      <dd>
        <DueFact listId={listId} task={task} canEdit={canEdit} />
      </dd>
      <dt>{t('task.assignees')}</dt>
      <dd>
        <AssigneeFact listId={listId} task={task} canEdit={canEdit} />
      </dd>
      <dt>{t('task.labels')}</dt>
      <dd>
        <LabelFact listId={listId} task={task} canEdit={canEdit} />
      </dd>
      {task.completedAt && (
        <>
          <dt>{t('board.done')}</dt>
          <dd>
            <span className={styles['plain']}>{formatMoment(language, task.completedAt)}</span>
          </dd>
        </>
      )}
    </dl>
  );
}
