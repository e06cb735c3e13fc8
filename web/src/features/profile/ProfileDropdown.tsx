import Menu from '@mui/material/Menu';
import { ProfileItems } from '@/features/profile/ProfileItems';

interface Props {
  email: string;
  anchor: HTMLElement | null;
  onClose: () => void;
  onName: () => void;
  onSignOut: () => void;
}

export function ProfileDropdown({ email, anchor, onClose, onName, onSignOut }: Props) {
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
      transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
    >
      <ProfileItems email={email} onDone={onClose} onName={onName} onSignOut={onSignOut} />
    </Menu>
  );
}
