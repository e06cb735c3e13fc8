import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useTranslation } from 'react-i18next';
import { focusSection } from '@/features/board/focusSection';
import { selectSectionIds } from '@/state/board';
import { sectionFolded } from '@/state/collapsed';
import { execute } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { noticeShown } from '@/state/notices';
import { announce } from '@/ui/announce';
import { Icon } from '@/ui/Icon';

interface Props {
  listId: string;
  sectionId: string;
  name: string;
  count: number;
  limit: number | undefined;
  anchor: HTMLElement | null;
  onClose: () => void;
  onRename: () => void;
  onLimit: () => void;
}

export function SectionMenu({ listId, sectionId, name, count, limit, anchor, onClose, onRename, onLimit }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const sectionIds = useAppSelector((state) => selectSectionIds(state, listId));
  const index = sectionIds.indexOf(sectionId);

  const moveTo = (position: number) => {
    const others = sectionIds.filter((id) => id !== sectionId);
    dispatch(execute(listId, { type: 'moveSection', sectionId, afterSectionId: others[position - 1] ?? null }));
    announce(t('board.sectionMoved', { section: name, position: position + 1, total: sectionIds.length }));
    onClose();
  };

  const onFold = () => {
    onClose();
    dispatch(sectionFolded(sectionId));
    focusSection(sectionId);
  };

  const onDelete = () => {
    const commandId = dispatch(execute(listId, { type: 'deleteSection', sectionId }));
    dispatch(noticeShown({ kind: 'info', code: 'sectionDeleted', params: { count }, undo: { listId, commandId } }));
    onClose();
  };

  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      <MenuItem
        onClick={() => {
          onClose();
          onRename();
        }}
      >
        <Icon name="edit" />
        {t('board.renameSection')}
      </MenuItem>
      <MenuItem disabled={index <= 0} onClick={() => moveTo(index - 1)}>
        <Icon name="left" />
        {t('board.moveSectionLeft')}
      </MenuItem>
      <MenuItem disabled={index === sectionIds.length - 1} onClick={() => moveTo(index + 1)}>
        <Icon name="right" />
        {t('board.moveSectionRight')}
      </MenuItem>
      <MenuItem
        onClick={() => {
          onClose();
          onLimit();
        }}
      >
        <Icon name="alert" />
        {t(limit === undefined ? 'board.limitSet' : 'board.limitChange')}
      </MenuItem>
      <MenuItem onClick={onFold}>
        <Icon name="sidebar" />
        {t('board.fold')}
      </MenuItem>
      <MenuItem onClick={onDelete}>
        <Icon name="trash" />
        {t('board.deleteSection')}
      </MenuItem>
    </Menu>
  );
}
