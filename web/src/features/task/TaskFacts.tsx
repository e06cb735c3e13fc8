import { useTranslation } from 'react-i18next';
import { AssigneeFact } from '@/features/task/AssigneeFact';
import { DateFact } from '@/features/task/DateFact';
import { ParentFact } from '@/features/task/family/ParentFact';
import { LabelFact } from '@/features/task/LabelFact';
import { PriorityFact } from '@/features/task/PriorityFact';
import { RecurrenceFact } from '@/features/task/recurrence/RecurrenceFact';
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
  onOpen: (taskId: string) => void;
}

/** The facts as a tidy list of two columns, each edited where it stands. */
export function TaskFacts({ listId, task, canEdit, onMove, onOpen }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const section = useAppSelector((state) => selectSection(state, listId, task.sectionId));
  const of = { listId, task, canEdit };
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
      <dt>{t('task.assignees')}</dt>
      <dd>
        <AssigneeFact {...of} />
      </dd>
      <dt>{t('task.priority')}</dt>
      <dd>
        <PriorityFact {...of} />
      </dd>
      <dt>{t('task.due')}</dt>
      <dd>
        <DateFact {...of} field="dueAt" />
      </dd>
      <dt>{t('task.start')}</dt>
      <dd>
        <DateFact {...of} field="startAt" />
      </dd>
      <dt>{t('task.repeats')}</dt>
      <dd>
        <RecurrenceFact {...of} />
      </dd>
      <dt>{t('task.labels')}</dt>
      <dd>
        <LabelFact {...of} />
      </dd>
      <dt>{t('task.parent')}</dt>
      <dd>
        <ParentFact {...of} onOpen={onOpen} />
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
