import Button from '@mui/material/Button';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/history/past.module.css';
import { formatDay, formatTime } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { usePastQuery } from '@/state/api';
import { pastShown, selectScope } from '@/state/board';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { IconAction } from '@/ui/IconAction';
import { useNow } from '@/ui/useNow';

interface Props {
  listId: string;
  /** Where to begin; absent: one step before now. */
  start: number | undefined;
  onClose: () => void;
}

const settleMs = 150;

/** A slider through everything that ever happened: the board behind it is the board of then, to be looked at only. */
export function PastBar({ listId, start, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useAppDispatch();
  const now = useNow();
  const head = useAppSelector((state) => selectScope(state, listId)).version;
  const [version, setVersion] = useState(() => Math.max(1, start ?? head - 1));
  const [asked, setAsked] = useState(version);
  const { data, isError } = usePastQuery({ listId, version: asked });
  const shown = useDeferredValue(data);
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => slider.current?.focus({ preventScroll: true }), []);

  // Sliding asks once the hand rests, not for every version passed on the way.
  useEffect(() => {
    const timer = setTimeout(() => setAsked(version), settleMs);
    return () => clearTimeout(timer);
  }, [version]);

  useEffect(() => {
    if (shown) dispatch(pastShown({ listId, snapshot: shown.snapshot }));
  }, [dispatch, listId, shown]);
  useEffect(
    () => () => {
      dispatch(pastShown({ listId }));
    },
    [dispatch, listId],
  );

  const go = (next: number) => setVersion(Math.min(head, Math.max(1, next)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  const when = shown?.at && `${formatDay(language, shown.at, now)}, ${formatTime(language, shown.at)}`;
  return (
    <section
      className={styles['bar']}
      aria-label={t('lists.past')}
      tabIndex={-1}
      data-testid="past"
      onKeyDown={onKeyDown}
    >
      <IconAction icon="left" label={t('history.stepBack')} disabled={version <= 1} onClick={() => go(version - 1)} />
      <input
        ref={slider}
        type="range"
        min={1}
        max={Math.max(1, head)}
        value={version}
        aria-label={t('history.slider')}
        aria-valuetext={when ?? String(version)}
        onChange={(event) => go(event.target.valueAsNumber)}
      />
      <IconAction
        icon="right"
        label={t('history.stepForward')}
        disabled={version >= head}
        onClick={() => go(version + 1)}
      />
      <p role="status">{isError ? t('history.failed') : t('history.asOf', { when: when ?? '…', version, head })}</p>
      <Button size="small" variant="contained" onClick={onClose}>
        {t('history.backToNow')}
      </Button>
    </section>
  );
}
