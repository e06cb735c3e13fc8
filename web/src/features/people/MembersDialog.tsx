import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandBody } from '@/contract/commands';
import { MemberRow } from '@/features/people/MemberRow';
import styles from '@/features/people/people.module.css';
import { selectMembers, selectMyRole, selectScope } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { selectSession } from '@/state/session';
import { AppDialog } from '@/ui/AppDialog';
import { Confirm } from '@/ui/Confirm';
import { Icon } from '@/ui/Icon';
import { useNames } from '@/ui/people';

interface Props {
  listId: string;
  onClose: () => void;
  onLeft: () => void;
}

export function MembersDialog({ listId, onClose, onLeft }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const members = useAppSelector((state) => selectMembers(state, listId));
  const myRole = useAppSelector((state) => selectMyRole(state, listId));
  const myId = useAppSelector(selectSession).user?.userId;
  const name = useAppSelector((state) => selectScope(state, listId)).name ?? '';
  const names = useNames();
  const [asked, setAsked] = useState<string>();
  const [isLeaving, setLeaving] = useState(false);

  const send = (command: CommandBody) => dispatch(execute(listId, command));
  const owners = members.filter((member) => member.role === 'owner');
  const isLastOwner = myRole === 'owner' && owners.length === 1;

  return (
    <AppDialog
      title={t('people.membersTitle')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      width="sm"
      testId="members"
      actions={
        <Button color="error" startIcon={<Icon name="leave" />} disabled={isLastOwner} onClick={() => setLeaving(true)}>
          {t('people.leave')}
        </Button>
      }
    >
      <ul className={styles['members']}>
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            isMe={member.userId === myId}
            canChange={myRole === 'owner'}
            isLastOwner={owners.length === 1 && member.role === 'owner'}
            onRole={(role) => send({ type: 'setMemberRole', userId: member.userId, role })}
            onRemove={() => setAsked(member.userId)}
          />
        ))}
      </ul>
      {myRole !== 'owner' && <p className={styles['hint']}>{t('people.onlyOwners')}</p>}
      {isLastOwner && <p className={styles['hint']}>{t('people.lastOwner')}</p>}
      {asked && (
        <Confirm
          title={t('people.removeTitle', { name: names.get(asked) ?? t('task.former') })}
          text={t('people.removeText')}
          action={t('people.removeShort')}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            send({ type: 'removeMember', userId: asked });
            setAsked(undefined);
          }}
        />
      )}
      {isLeaving && (
        <Confirm
          title={t('people.leaveTitle', { name })}
          text={t('people.leaveText')}
          action={t('people.leave')}
          onCancel={() => setLeaving(false)}
          onConfirm={() => {
            send({ type: 'leaveList' });
            onLeft();
          }}
        />
      )}
    </AppDialog>
  );
}
