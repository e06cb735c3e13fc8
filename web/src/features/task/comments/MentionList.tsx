import { useTranslation } from 'react-i18next';
import styles from '@/features/task/comments/comments.module.css';
import { Avatar } from '@/ui/Avatar';

interface Props {
  id: string;
  people: readonly { readonly userId: string; readonly name: string }[];
  chosen: number;
  onChoose: (name: string) => void;
}

/** The members a half-written "@name" may mean. The focus stays in the text. */
export function MentionList({ id, people, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <div id={id} className={styles['mentions']} role="listbox" aria-label={t('task.mention')} data-testid="mentions">
      {people.map(({ userId, name }, at) => (
        <div
          key={userId}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          // Before the field loses the focus to the press.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(name);
          }}
        >
          <Avatar id={userId} name={name} size={20} decorative />
          <span dir="auto">{name}</span>
        </div>
      ))}
    </div>
  );
}
