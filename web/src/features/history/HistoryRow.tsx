import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '@/contract/rest';
import { EventLine } from '@/features/history/EventLine';
import styles from '@/features/history/history.module.css';
import { isUndoable } from '@/features/history/undoable';
import { formatDay, formatMoment, formatTime } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { Avatar } from '@/ui/Avatar';
import { usePersonName } from '@/ui/people';
import { useNow } from '@/ui/useNow';

interface Props {
  listId: string;
  entry: HistoryEntry;
  canEdit: boolean;
  onLook: ((version: number) => void) | undefined;
}

// An import or a bulk change has hundreds; the first tell what it was.
const shownEvents = 6;

export function HistoryRow({ listId, entry, canEdit, onLook }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useAppDispatch();
  const now = useNow();
  const known = usePersonName(entry.actorId);
  const { version, at, events, before, actorId } = entry;
  const name = actorId === null ? t('history.system') : (known ?? t('task.former'));
  const hidden = events.length - shownEvents;

  return (
    <li data-testid="history-row">
      <Avatar id={actorId ?? ''} name={name} decorative />
      <div className={styles['body']}>
        <p className={styles['head']}>
          <span dir="auto">{name}</span>
          <time dateTime={at} title={formatMoment(language, at)}>
            {formatDay(language, at, now)}, {formatTime(language, at)}
          </time>
        </p>
        {events.slice(0, shownEvents).map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the past does not change its order.
          <EventLine key={index} listId={listId} event={event} before={before[index] ?? null} />
        ))}
        {events.length === 0 && <p className={styles['line']}>{t('history.nothing')}</p>}
        {hidden > 0 && <p className={styles['quiet']}>{t('history.hidden', { count: hidden })}</p>}
        <div className={styles['actions']}>
          {canEdit && isUndoable(entry) && (
            <button type="button" onClick={() => dispatch(execute(listId, { type: 'undo', version }))}>
              {t('history.undo')}
            </button>
          )}
          {onLook && (
            <button type="button" onClick={() => onLook(version)}>
              {t('history.look')}
            </button>
          )}
        </div>
      </div>
    </li>
  );
}
