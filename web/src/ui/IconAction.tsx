import IconButton, { type IconButtonProps } from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { Icon, type IconName } from '@/ui/Icon';

interface Props extends Omit<IconButtonProps, 'aria-label' | 'children'> {
  icon: IconName;
  label: string;
  iconSize?: number;
}

/** An icon that can be pressed. The label is its name for everybody: tooltip and screen reader alike. */
export function IconAction({ icon, label, iconSize = 18, ...button }: Props) {
  return (
    <Tooltip title={button.disabled ? '' : label}>
      <IconButton {...button} aria-label={label}>
        <Icon name={icon} size={iconSize} />
      </IconButton>
    </Tooltip>
  );
}
