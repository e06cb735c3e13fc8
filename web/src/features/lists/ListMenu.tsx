import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyDialog } from '@/features/lists/KeyDialog';
import { useExport } from '@/features/lists/useExport';
import { selectMyRole, selectScope } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { noticeShown } from '@/state/notices';
import { Icon, type IconName } from '@/ui/Icon';

interface Props {
  listId: string;
  anchor: HTMLElement | null;
  onClose: () => void;
  onHistory: () => void;
  onPast: () => void;
  onWebhooks: () => void;
  onDeleted: () => void;
}

/** What can be done with the list as a whole. Deleting is not asked about: it can be restored for thirty days. */
export function ListMenu({ listId, anchor, onClose, onHistory, onPast, onWebhooks, onDeleted }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { name = '', key, archivedAt } = useAppSelector((state) => selectScope(state, listId));
  const isOwner = useAppSelector((state) => selectMyRole(state, listId)) === 'owner';
  const save = useExport(listId, name);
  const [isNaming, setNaming] = useState(false);

  if (isNaming) return <KeyDialog listId={listId} current={key ?? ''} onClose={onClose} />;
  const entry = (icon: IconName, words: string, act: () => void) => (
    <MenuItem
      onClick={() => {
        onClose();
        act();
      }}
    >
      <Icon name={icon} />
      {words}
    </MenuItem>
  );
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      {entry('clock', t('lists.history'), onHistory)}
      {entry('back', t('lists.past'), onPast)}
      {(['csv', 'markdown', 'json'] as const).map((format) => (
        <MenuItem
          key={format}
          onClick={() => {
            onClose();
            void save(format);
          }}
        >
          <Icon name="download" />
          {t(`lists.export.${format}`)}
        </MenuItem>
      ))}
      {isOwner && !archivedAt && (
        <MenuItem onClick={() => setNaming(true)}>
          <Icon name="tag" />
          {t('lists.key')}
        </MenuItem>
      )}
      {isOwner && entry('share', t('webhooks.menu'), onWebhooks)}
      {isOwner &&
        entry('archive', t(archivedAt ? 'lists.unarchive' : 'lists.archive'), () =>
          dispatch(execute(listId, { type: archivedAt ? 'unarchiveList' : 'archiveList' })),
        )}
      {isOwner &&
        entry('trash', t('lists.delete'), () => {
          dispatch(execute(listId, { type: 'deleteList' }));
          dispatch(noticeShown({ kind: 'info', code: 'listDeleted' }));
          onDeleted();
        })}
    </Menu>
  );
}
