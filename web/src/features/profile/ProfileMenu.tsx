import Menu from '@mui/material/Menu';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProfileItems } from '@/features/profile/ProfileItems';
import styles from '@/features/profile/profile.module.css';
import { useAppSelector } from '@/state/hooks';
import { selectSession } from '@/state/session';
import { Avatar } from '@/ui/Avatar';
import { Icon } from '@/ui/Icon';

/** The person at the foot of the navigation: language, theme, sign out. */
export function ProfileMenu({ compact }: { compact: boolean }) {
  const { t } = useTranslation();
  const user = useAppSelector(selectSession).user;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  if (!user) return null;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['person']}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={`${user.displayName}: ${t('shell.profile')}`}
        data-testid="profile"
        onClick={() => setOpen(true)}
      >
        <Avatar id={user.userId} name={user.displayName} decorative />
        {!compact && (
          <>
            <span className={styles['name']} dir="auto">
              {user.displayName}
            </span>
            <Icon name="up" size={16} />
          </>
        )}
      </button>
      <Menu
        open={isOpen}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <ProfileItems email={user.email} onDone={() => setOpen(false)} />
      </Menu>
    </>
  );
}
