import MenuItem, { type MenuItemProps } from '@mui/material/MenuItem';
import { PersonName } from '@/features/task/PersonName';
import styles from '@/features/task/task.module.css';
import { Icon } from '@/ui/Icon';

interface Props extends MenuItemProps {
  userId: string;
  isChosen: boolean;
}

/** Stays open when pressed: several people are chosen in one go. The rest of the props are MUI's, which walks its items. */
export function PersonItem({ userId, isChosen, ...item }: Props) {
  return (
    <MenuItem {...item} role="menuitemcheckbox" aria-checked={isChosen}>
      <span className={styles['choice']}>
        <PersonName userId={userId} />
      </span>
      {isChosen && <Icon name="check" size={16} />}
    </MenuItem>
  );
}
