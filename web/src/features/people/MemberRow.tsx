import { useTranslation } from 'react-i18next';
import type { Member, Role } from '@/contract/snapshot';
import styles from '@/features/people/people.module.css';
import { RoleSelect } from '@/features/people/RoleSelect';
import { Avatar } from '@/ui/Avatar';
import { IconAction } from '@/ui/IconAction';
import { usePersonName } from '@/ui/people';

interface Props {
  member: Member;
  isMe: boolean;
  canChange: boolean;
  isLastOwner: boolean;
  onRole: (role: Role) => void;
  onRemove: () => void;
}

export function MemberRow({ member, isMe, canChange, isLastOwner, onRole, onRemove }: Props) {
  const { t } = useTranslation();
  const known = usePersonName(member.userId);
  const name = known ?? (known === null ? t('task.former') : '…');
  return (
    <li className={styles['member']}>
      <Avatar id={member.userId} name={known} size={32} decorative />
      <span className={styles['name']} dir="auto">
        {name}
        {isMe && <span className={styles['me']}>{t('people.you')}</span>}
      </span>
      <span className={styles['rights']}>
        {canChange && !isLastOwner ? (
          <RoleSelect label={t('people.roleOf', { name })} value={member.role} onChange={onRole} />
        ) : (
          <span className={styles['role']} title={isLastOwner && canChange ? t('people.lastOwner') : undefined}>
            {t(`people.roles.${member.role}`)}
          </span>
        )}
        {canChange && (
          <span className={styles['removeSlot']}>
            {!isMe && <IconAction icon="close" label={t('people.remove', { name })} onClick={onRemove} />}
          </span>
        )}
      </span>
    </li>
  );
}
