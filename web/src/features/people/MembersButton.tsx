import { useTranslation } from 'react-i18next';
import { MemberFace } from '@/features/people/MemberFace';
import styles from '@/features/people/MembersButton.module.css';
import { selectMembers } from '@/state/board';
import { useAppSelector } from '@/state/hooks';

const shown = 5;

interface Props {
  listId: string;
  onClick: () => void;
}

/** The people of the list as a row of faces; pressing it shows them by name and role. */
export function MembersButton({ listId, onClick }: Props) {
  const { t } = useTranslation();
  const members = useAppSelector((state) => selectMembers(state, listId));
  const hidden = members.length - shown;
  return (
    <button
      type="button"
      className={styles['faces']}
      aria-label={t('people.membersCount', { count: members.length })}
      title={t('people.members')}
      data-testid="members-button"
      onClick={onClick}
    >
      {members.slice(0, shown).map(({ userId }) => (
        <MemberFace key={userId} userId={userId} />
      ))}
      {hidden > 0 && <span className={styles['more']}>+{hidden}</span>}
    </button>
  );
}
