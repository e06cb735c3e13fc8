import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useTranslation } from 'react-i18next';
import type { BoardCommands, OpenMenu } from '@/features/board/boardCommands';
import { selectTask } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { Icon, type IconName } from '@/ui/Icon';

interface Props extends BoardCommands {
  menu: OpenMenu;
  onClose: () => void;
}

/** One menu for the whole board, hung where it was asked for. */
export function CardMenu({ menu, onClose, listId, moves, edit, focus, onOpen, onMoveAsked, onDelete }: Props) {
  const { t } = useTranslation();
  const { taskId, at } = menu;
  const task = useAppSelector((state) => selectTask(state, listId, taskId));
  const isDone = task?.completedAt !== undefined;

  const entry = (icon: IconName, words: string, act: (taskId: string) => void) => (
    <MenuItem
      onClick={() => {
        onClose();
        act(taskId);
      }}
    >
      <Icon name={icon} />
      {words}
    </MenuItem>
  );

  return (
    <Menu
      open
      anchorReference="anchorPosition"
      anchorPosition={at}
      // What an entry opens takes the focus itself; closing without a choice gives it back to the card.
      disableRestoreFocus
      onClose={() => {
        onClose();
        focus(taskId);
      }}
    >
      {entry('right', t('board.open'), onOpen)}
      {entry('edit', t('board.editTitle'), edit)}
      {entry('move', t('board.moveTo'), onMoveAsked)}
      {entry(isDone ? 'circle' : 'checkCircle', t(isDone ? 'board.reopen' : 'board.complete'), (id) => {
        moves.toggle(id);
        focus(id);
      })}
      {entry('trash', t('board.delete'), onDelete)}
    </Menu>
  );
}
