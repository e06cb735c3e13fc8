import Button from '@mui/material/Button';
import { type RefObject, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import styles from '@/app/ListBar.module.css';
import { ListName } from '@/app/ListName';
import { ListMenu, MembersDialog, ShareDialog, WebhooksDialog } from '@/app/onDemand';
import type { useViewRoute } from '@/app/useViewRoute';
import { ViewSwitch } from '@/app/ViewSwitch';
import { FilterBar } from '@/features/filters/FilterBar';
import { MembersButton } from '@/features/people/MembersButton';
import { selectMyRole, selectScope } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { Icon } from '@/ui/Icon';
import { IconAction } from '@/ui/IconAction';

interface Props {
  listId: string;
  route: ReturnType<typeof useViewRoute>;
  filterInput: RefObject<HTMLInputElement | null>;
  onHistory: () => void;
  onPast: () => void;
}

/** The top bar of a list: its name, edited in place, the view, the filter, the people, sharing and the rest. */
export function ListBar({ listId, route, filterInput, onHistory, onPast }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { name = '', archivedAt } = useAppSelector((state) => selectScope(state, listId));
  const isOwner = useAppSelector((state) => selectMyRole(state, listId)) === 'owner';
  const more = useRef<HTMLButtonElement>(null);
  const [dialog, setDialog] = useState<'members' | 'share' | 'menu' | 'webhooks'>();
  const close = () => setDialog(undefined);
  const goHome = () => navigate('/');

  return (
    <header className={styles['bar']}>
      <ListName listId={listId} name={name} canRename={isOwner && archivedAt === undefined} />
      <ViewSwitch view={route.view} onView={route.setView} />
      <FilterBar listId={listId} filter={route.filter} onChange={route.setFilter} input={filterInput} />
      <MembersButton listId={listId} onClick={() => setDialog('members')} />
      {isOwner && (
        <Button
          className={styles['share']}
          variant="outlined"
          size="small"
          title={t('people.share')}
          startIcon={<Icon name="share" size={16} />}
          onClick={() => setDialog('share')}
        >
          <span className={styles['words']}>{t('people.share')}</span>
        </Button>
      )}
      <IconAction
        ref={more}
        icon="more"
        label={t('lists.menu')}
        aria-haspopup="menu"
        aria-expanded={dialog === 'menu'}
        data-testid="list-menu"
        onClick={() => setDialog('menu')}
      />
      <Suspense>
        {dialog === 'members' && <MembersDialog listId={listId} onClose={close} onLeft={goHome} />}
        {dialog === 'share' && <ShareDialog listId={listId} name={name} onClose={close} />}
        {dialog === 'webhooks' && <WebhooksDialog listId={listId} onClose={close} />}
        {dialog === 'menu' && (
          <ListMenu
            listId={listId}
            anchor={more.current}
            onClose={close}
            onHistory={onHistory}
            onPast={onPast}
            onWebhooks={() => setDialog('webhooks')}
            onDeleted={goHome}
          />
        )}
      </Suspense>
    </header>
  );
}
