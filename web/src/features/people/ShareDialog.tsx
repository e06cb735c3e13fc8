import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/contract/snapshot';
import { InviteLinks } from '@/features/people/InviteLinks';
import { NewLink } from '@/features/people/NewLink';
import styles from '@/features/people/people.module.css';
import { RoleSelect } from '@/features/people/RoleSelect';
import { type Refused, useRefusalText } from '@/i18n/useRefusalText';
import { useCreateInviteMutation } from '@/state/api';
import { AppDialog } from '@/ui/AppDialog';
import { Icon } from '@/ui/Icon';

interface Props {
  listId: string;
  name: string;
  onClose: () => void;
}

/** Sharing by link: choose a role, get a link once, see the living links and revoke them. */
export function ShareDialog({ listId, name, onClose }: Props) {
  const { t } = useTranslation();
  const text = useRefusalText();
  const [role, setRole] = useState<Role>('editor');
  const [createInvite, { data: created, error, isLoading }] = useCreateInviteMutation();

  return (
    <AppDialog
      title={t('people.shareTitle', { name })}
      closeLabel={t('shell.close')}
      onClose={onClose}
      width="sm"
      testId="share"
    >
      <p className={styles['text']}>{t('people.shareText')}</p>
      <div className={styles['create']}>
        <span>{t('people.linkRole')}</span>
        <RoleSelect label={t('people.linkRole')} value={role} onChange={setRole} fullWidth />
        <Button
          variant="contained"
          loading={isLoading}
          startIcon={<Icon name="link" />}
          loadingPosition="start"
          onClick={() => void createInvite({ listId, role })}
        >
          {t('people.createLink')}
        </Button>
      </div>
      {error && (
        <p className={styles['problem']} role="alert">
          {text(error as Refused)}
        </p>
      )}
      {created && <NewLink key={created.inviteId} url={created.url} />}
      <InviteLinks listId={listId} />
    </AppDialog>
  );
}
