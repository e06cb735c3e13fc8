import { type KeyboardEvent, useRef, useState } from 'react';
import { cx } from '@/ui/cx';
import styles from '@/ui/InlineEdit.module.css';

interface Props {
  value: string;
  label: string;
  maxLength: number;
  onSave: (value: string) => void;
  onDone: () => void;
  multiline?: boolean;
  placeholder?: string;
  className?: string | undefined;
  /** Its wire name, told to the others while it has the focus. */
  field?: string;
}

/**
 * A text edited where it stands. Enter saves, Escape restores, leaving saves; Enter that only ends an input
 * method's composition does neither. What others write meanwhile does not touch the draft.
 */
export function InlineEdit({
  value,
  label,
  maxLength,
  onSave,
  onDone,
  multiline = false,
  placeholder,
  className,
  field,
}: Props) {
  const [draft, setDraft] = useState(value);
  // Enter unmounts the field, which blurs it: the second ending must not save again.
  const ended = useRef(false);

  const end = (save: boolean) => {
    if (ended.current) return;
    ended.current = true;
    const text = draft.trim();
    if (save && text !== '' && text !== value) onSave(text);
    onDone();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      end(true);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      end(false);
    }
  };

  const shared = {
    'aria-label': label,
    className: cx(styles['edit'], className),
    'data-field': field,
    dir: 'auto',
    maxLength,
    onBlur: () => end(true),
    onKeyDown,
    placeholder,
    value: draft,
  };
  return multiline ? (
    <textarea
      {...shared}
      rows={1}
      ref={focusAll}
      onChange={(event) => setDraft(event.target.value.replaceAll('\n', ' '))}
    />
  ) : (
    <input {...shared} ref={focusAll} onChange={(event) => setDraft(event.target.value)} />
  );
}

function focusAll(element: HTMLInputElement | HTMLTextAreaElement | null): void {
  // A ref callback runs once per mount here: it is a module function, so React never calls it again for the same node.
  element?.focus();
  element?.select();
}
