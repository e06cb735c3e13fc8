import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/notices/notices.module.css';
import { useRefusalText } from '@/i18n/useRefusalText';
import { second } from '@/lib/time';
import { undo as takeBack } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { type Notice, noticeDismissed, noticeShown } from '@/state/notices';
import { Icon } from '@/ui/Icon';

const shownFor = 8 * second;

/** Leaves by itself after eight seconds, but not from under a pointer or the keyboard. */
export function Toast({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const text = useRefusalText();
  const dispatch = useAppDispatch();
  const [isHeld, setHeld] = useState(false);
  const { noticeId, kind, undo, text: lost } = notice;

  useEffect(() => {
    // Words that would be lost wait until somebody has seen them.
    if (isHeld || lost) return;
    const timer = setTimeout(() => dispatch(noticeDismissed(noticeId)), shownFor);
    return () => clearTimeout(timer);
  }, [dispatch, noticeId, isHeld, lost]);

  const onUndo = () => {
    const isTaken = !undo || dispatch(takeBack(undo.listId, undo.commandId));
    dispatch(noticeDismissed(noticeId));
    if (!isTaken) dispatch(noticeShown({ kind: 'info', code: 'nothingDone' }));
  };

  return (
    <li
      className={styles['toast']}
      data-kind={kind}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {kind === 'error' && <Icon name="alert" />}
      <span className={styles['words']}>{text(notice)}</span>
      {undo && (
        <button type="button" className={styles['action']} onClick={onUndo}>
          {t('shell.undo')}
        </button>
      )}
      {lost && (
        <button
          type="button"
          className={styles['action']}
          onClick={() => void navigator.clipboard.writeText(lost).then(() => dispatch(noticeDismissed(noticeId)))}
        >
          {t('shell.copyText')}
        </button>
      )}
      <button
        type="button"
        className={styles['close']}
        aria-label={t('shell.close')}
        onClick={() => dispatch(noticeDismissed(noticeId))}
      >
        <Icon name="close" size={16} />
      </button>
    </li>
  );
}
