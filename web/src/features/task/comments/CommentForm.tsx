import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/comments/comments.module.css';
import { MentionList } from '@/features/task/comments/MentionList';
import { mentionAt, mentionsIn, withMention } from '@/features/task/comments/mentions';
import panel from '@/features/task/task.module.css';
import { selectMembers } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { useNames } from '@/ui/people';
import { useDraft } from '@/ui/useDraft';

interface Props {
  listId: string;
  /** What the draft is kept under. */
  place: string;
  initial: string;
  action: string;
  onSend: (text: string, mentions: { mentions?: readonly string[] }) => void;
  onCancel?: () => void;
}

const shown = 6;

/** A comment being written. "@" offers the list's members; arrows and Enter choose, like everywhere else. */
export function CommentForm({ listId, place, initial, action, onSend, onCancel }: Props) {
  const { t } = useTranslation();
  const members = useAppSelector((state) => selectMembers(state, listId));
  const names = useNames();
  const [text, setText, endDraft] = useDraft(place, initial);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const input = useRef<HTMLTextAreaElement>(null);
  const menuId = useId();

  const people = members.flatMap(({ userId }) => {
    const name = names.get(userId);
    return name ? [{ userId, name }] : [];
  });
  const typed = mentionAt(text, caret);
  const offered = typed
    ? people.filter(({ name }) => name.toLocaleLowerCase().includes(typed.words.toLocaleLowerCase())).slice(0, shown)
    : [];

  const send = () => {
    const trimmed = text.trim();
    if (trimmed === '') return;
    const mentions = mentionsIn(trimmed, people);
    onSend(trimmed, mentions.length > 0 ? { mentions } : {});
    endDraft();
  };

  const choose = (name: string) => {
    if (!typed) return;
    const next = withMention(text, typed, name);
    setText(next.text);
    setCaret(-1);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(next.caret, next.caret);
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isOffering = offered.length > 0;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const pick = offered[chosen] ?? offered[0];
    if (isOffering && step !== 0) {
      event.preventDefault();
      setChosen((chosen + step + offered.length) % offered.length);
    } else if (isOffering && pick && (event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey) {
      event.preventDefault();
      choose(pick.name);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    else if (event.key === 'Escape' && (isOffering || onCancel || text !== initial)) {
      // Escape leaves the menu, then the text; only then the panel.
      event.stopPropagation();
      if (isOffering) setCaret(-1);
      else onCancel?.();
    }
  };

  return (
    <form
      className={styles['form']}
      data-field="comment"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <OutlinedInput
        multiline
        fullWidth
        maxRows={12}
        inputRef={input}
        autoFocus={onCancel !== undefined}
        value={text}
        placeholder={t('task.commentAdd')}
        onChange={(event) => {
          setText(event.target.value);
          setCaret(event.target.selectionStart ?? -1);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setCaret(-1)}
        inputProps={{
          'aria-label': t('task.commentAdd'),
          'aria-controls': offered.length > 0 ? menuId : undefined,
          'aria-activedescendant': offered.length > 0 ? `${menuId}-${chosen}` : undefined,
          maxLength: 32768,
          dir: 'auto',
          'data-testid': 'comment',
        }}
      />
      {offered.length > 0 && <MentionList id={menuId} people={offered} chosen={chosen} onChoose={choose} />}
      {(text.trim() !== '' || onCancel) && (
        <div className={panel['formFoot']}>
          <Button type="submit" size="small" variant="contained" disabled={text.trim() === ''}>
            {action}
          </Button>
          {onCancel && (
            <Button size="small" color="inherit" onClick={onCancel}>
              {t('shell.cancel')}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
