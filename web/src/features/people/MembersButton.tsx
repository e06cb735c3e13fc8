import { useTranslation } from 'react-i18next';
import { MemberFace } from '@/features/people/MemberFace';
import styles from '@/features/people/MembersButton.module.css';
import { selectMembers } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { selectPresentIds } from '@/state/presence';

const shown = 5;
const mostOnPhone = 2;

interface Props {
  listId: string;
  onClick: () => void;
}

/** The people of the list as a row of faces; pressing it shows them by name and role. */
export function MembersButton({ listId, onClick }: Props) {
  const { t } = useTranslation();
  const members = useAppSelector((state) => selectMembers(state, listId));
  const present = useAppSelector((state) => selectPresentIds(state, listId))
    .split(' ')
    .filter(Boolean);
  // Who is here comes first: with many members the others are the ones to leave out.
  const ordered = [...members].sort((a, b) => Number(present.includes(b.userId)) - Number(present.includes(a.userId)));
  const here = members.filter(({ userId }) => present.includes(userId)).length;
  return (
    <button
      type="button"
      className={styles['faces']}
      aria-label={`${t('people.membersCount', { count: members.length })}, ${t('people.here', { count: here })}`}
      title={t('people.members')}
      data-testid="members-button"
      data-many={members.length > mostOnPhone || undefined}
      onClick={onClick}
    >
      {ordered.slice(0, shown).map(({ userId }) => (
        <span key={userId} className={styles['face']} data-here={present.includes(userId) || undefined}>
          <MemberFace userId={userId} />
        </span>
      ))}
      {members.length > shown && <span className={styles['more']}>+{members.length - shown}</span>}
      {members.length > mostOnPhone && (
        <span className={`${styles['more']} ${styles['onPhone']}`}>+{members.length - 1}</span>
      )}
    </button>
  );
}
