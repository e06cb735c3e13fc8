import Button from '@mui/material/Button';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import styles from '@/app/ListBar.module.css';
import { ListName } from '@/app/ListName';
import { MembersDialog, ShareDialog } from '@/app/onDemand';
import { MembersButton } from '@/features/people/MembersButton';
import { selectMyRole, selectScope } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { Icon } from '@/ui/Icon';

/** The top bar of a list: its name, edited in place, the people, and sharing. */
export function ListBar({ listId }: { listId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const name = useAppSelector((state) => selectScope(state, listId)).name ?? '';
  const isOwner = useAppSelector((state) => selectMyRole(state, listId)) === 'owner';
  const [dialog, setDialog] = useState<'members' | 'share'>();
  const close = () => setDialog(undefined);

  return (
    <header className={styles['bar']}>
      <ListName listId={listId} name={name} canRename={isOwner} />
      <MembersButton listId={listId} onClick={() => setDialog('members')} />
      {isOwner && (
        <Button
          className={styles['share']}
          variant="outlined"
          size="small"
          startIcon={<Icon name="share" size={16} />}
          onClick={() => setDialog('share')}
        >
          <span className={styles['words']}>{t('people.share')}</span>
        </Button>
      )}
      <Suspense>
        {dialog === 'members' && <MembersDialog listId={listId} onClose={close} onLeft={() => navigate('/')} />}
        {dialog === 'share' && <ShareDialog listId={listId} name={name} onClose={close} />}
      </Suspense>
    </header>
  );
}
