import { type KeyboardEvent, useRef, useState } from 'react';
import { keepDraft, readDraft } from '@/lib/drafts';
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
  /** Where the text is kept until it is saved or given up, should the page or the field go first. */
  place?: string;
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
  place,
}: Props) {
  const [draft, setText] = useState(() => (place && readDraft(place)) || value);
  // Enter unmounts the field, which blurs it: the second ending must not save again.
  const ended = useRef(false);

  const setDraft = (next: string) => {
    setText(next);
    if (place) keepDraft(place, next === value ? '' : next);
  };

  const end = (save: boolean) => {
    if (ended.current) return;
    ended.current = true;
    if (place) keepDraft(place, '');
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
