import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/board/QuickAdd.module.css';
import { QuickChips } from '@/features/board/QuickChips';
import { useQuickRead } from '@/features/board/useQuickRead';
import type { QuickTask } from '@/lib/quickAdd';
import { useDraft } from '@/ui/useDraft';

interface Props {
  listId: string;
  label: string;
  /** `opens`: the new task is wanted beside the board at once. */
  onAdd: (tasks: readonly QuickTask[], opens?: boolean) => void;
  onClose: () => void;
}

/** Stays open after Enter, so that a list of things is typed in one go. What it understands it shows while one types. */
export function QuickAdd({ listId, label, onAdd, onClose }: Props) {
  const { t } = useTranslation();
  const read = useQuickRead(listId);
  const [line, setLine, endLine] = useDraft(`new task ${listId}`, '');
  const [isPlain, setPlain] = useState(false);
  const [pasted, setPasted] = useState<readonly string[]>([]);
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus(), []);

  const understood = isPlain ? undefined : read(line);
  const add = (opens = false) => {
    if (line.trim() === '') return;
    onAdd([understood ?? { title: line.trim(), assigneeIds: [], labelIds: [] }], opens);
    endLine();
    setPlain(false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (pasted.length > 0) addPasted();
      else add(event.ctrlKey || event.metaKey);
    } else if (event.key === 'Escape') {
      if (pasted.length > 0) setPasted([]);
      else {
        endLine();
        onClose();
      }
    }
  };

  const onPaste = (event: ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text')
      .split('\n')
      .map((each) => each.trim())
      .filter(Boolean);
    if (lines.length < 2 || line !== '') return;
    event.preventDefault();
    setPasted(lines);
  };

  const addPasted = () => {
    onAdd(pasted.map((each) => read(each.replace(/^[-*•]\s+/, '').slice(0, 1024))));
    setPasted([]);
    input.current?.focus();
  };

  // Leaving with text in it keeps the text as a task; leaving empty only closes.
  const onBlur = () => {
    if (pasted.length > 0) return;
    add();
    onClose();
  };

  return (
    <div className={styles['quickAdd']}>
      <textarea
        ref={input}
        rows={2}
        value={line}
        dir="auto"
        maxLength={1024}
        aria-label={label}
        placeholder={t('board.newTaskPlaceholder')}
        data-testid="quick-add"
        onChange={(event) => setLine(event.target.value.replaceAll('\n', ' '))}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={onBlur}
      />
      {understood && <QuickChips listId={listId} task={understood} onPlain={() => setPlain(true)} />}
      {pasted.length > 0 ? (
        <p className={styles['pasted']}>
          <button type="button" onPointerDown={(event) => event.preventDefault()} onClick={addPasted}>
            {t('board.addPasted', { count: pasted.length })}
          </button>
          <button
            type="button"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              setLine(pasted.join(' ').slice(0, 1024));
              setPasted([]);
            }}
          >
            {t('board.addPastedAsOne')}
          </button>
        </p>
      ) : (
        <p>{t('board.newTaskHint', { mark: '!' })}</p>
      )}
    </div>
  );
}
