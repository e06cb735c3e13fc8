import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import styles from '@/features/board/Board.module.css';
import type { BoardCommands, OpenMenu } from '@/features/board/boardCommands';
import { useAppSelector } from '@/state/hooks';
import { selectSelectedIds } from '@/state/selection';
import { Icon } from '@/ui/Icon';
import { Keys } from '@/ui/Keys';

interface Props extends BoardCommands {
  menu: OpenMenu;
  onClose: () => void;
}

/** One menu for the whole board, hung where it was asked for. On a selected card it means all that are selected. */
export function CardMenu({ menu, onClose, actions, focus }: Props) {
  const { taskId, at } = menu;
  const selected = useAppSelector(selectSelectedIds);
  const taskIds = selected.includes(taskId) ? selected : [taskId];
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
      {actions
        .filter((action) => !action.isQuiet)
        .map(({ id, icon, words, keys, run }) => (
          <MenuItem
            key={id}
            onClick={() => {
              onClose();
              focus(taskId);
              run(taskIds);
            }}
          >
            <Icon name={icon} />
            <span className={styles['menuWords']}>{words}</span>
            {keys?.[0] && <Keys keys={keys[0]} />}
          </MenuItem>
        ))}
    </Menu>
  );
}
