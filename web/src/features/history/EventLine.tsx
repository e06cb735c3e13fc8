import { useTranslation } from 'react-i18next';
import type { ListEvent } from '@/contract/events';
import styles from '@/features/history/history.module.css';
import { type Shown, useFieldWords } from '@/features/history/useFieldWords';
import { selectLabels, selectSection, selectTask } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { useNames } from '@/ui/people';

interface Props {
  listId: string;
  event: ListEvent;
  before: Readonly<Record<string, unknown>> | null;
}

/** One thing that happened, in words, and what stood there before. */
export function EventLine({ listId, event, before }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const ids = event as Partial<Record<'taskId' | 'sectionId' | 'labelId' | 'userId', string>>;
  const task = useAppSelector((state) => (ids.taskId ? selectTask(state, listId, ids.taskId) : undefined));
  const section = useAppSelector((state) => (ids.sectionId ? selectSection(state, listId, ids.sectionId) : undefined));
  const label = useAppSelector((state) => selectLabels(state, listId)).find((each) => each.labelId === ids.labelId);
  const from = useAppSelector((state) => selectSection(state, listId, text(before?.['sectionId'])));
  const fields = useFieldWords(event, before);

  const words = t(`history.events.${event.type}`, {
    task: text((event as { title?: unknown }).title) || task?.title || text(nested(before, 'task', 'title')),
    section: section?.name ?? text((event as { name?: unknown }).name),
    label: label?.name ?? text((event as { name?: unknown }).name),
    person: (ids.userId && names.get(ids.userId)) ?? t('task.former'),
    name: text((event as { name?: unknown }).name),
    version: (event as { version?: number }).version ?? 0,
  });
  return (
    <div className={styles['line']}>
      <p dir="auto">{words}</p>
      {from && event.type === 'taskMoved' && from !== section && (
        <Change shown={{ before: from.name, after: section?.name }} />
      )}
      {fields.map((shown) => (
        <Change key={shown.field} shown={shown} />
      ))}
    </div>
  );
}

function Change({ shown }: { shown: Partial<Shown> }) {
  const { t } = useTranslation();
  const { field, before, after } = shown;
  return (
    <p className={styles['change']} dir="auto">
      {field && <span className={styles['field']}>{t(`history.fields.${field}`)}: </span>}
      {before !== undefined && (
        <del>
          <span className="visuallyHidden">{t('history.before')}: </span>
          {before}
        </del>
      )}
      {before !== undefined && after !== undefined && <span aria-hidden="true"> → </span>}
      {after !== undefined && (
        <ins>
          <span className="visuallyHidden">{t('history.after')}: </span>
          {after}
        </ins>
      )}
    </p>
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nested(value: Readonly<Record<string, unknown>> | null, field: string, inner: string): unknown {
  const found = value?.[field];
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[inner] : undefined;
}
