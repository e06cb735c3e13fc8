import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/profile/profile.module.css';
import { selectBadge } from '@/state/connection';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { selectSession, signOut } from '@/state/session';
import { Avatar } from '@/ui/Avatar';
import { Icon } from '@/ui/Icon';

const ProfileDropdown = lazy(async () => ({
  default: (await import('@/features/profile/ProfileDropdown')).ProfileDropdown,
}));
const NameDialog = lazy(async () => ({ default: (await import('@/features/profile/NameDialog')).NameDialog }));
const Confirm = lazy(async () => ({ default: (await import('@/ui/Confirm')).Confirm }));

/** The person at the foot of the navigation: name, language, theme, sign out. */
export function ProfileMenu({ compact }: { compact: boolean }) {
  const { t } = useTranslation();
  const user = useAppSelector(selectSession).user;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const dispatch = useAppDispatch();
  const { unsent } = useAppSelector(selectBadge);
  if (!user) return null;

  const leave = () => void dispatch(signOut());
  // Signing out clears this device, and with it what only this device knows.
  const onSignOut = () => {
    setOpen(false);
    if (unsent > 0) setAsking(true);
    else leave();
  };

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
      <Suspense>
        {isOpen && (
          <ProfileDropdown
            email={user.email}
            anchor={button.current}
            onClose={() => setOpen(false)}
            onName={() => {
              setOpen(false);
              setNaming(true);
            }}
            onSignOut={onSignOut}
          />
        )}
      </Suspense>
      <Suspense>
        {isNaming && <NameDialog current={user.displayName} onClose={() => setNaming(false)} />}
        {isAsking && (
          <Confirm
            title={t('shell.signOutTitle')}
            text={t('shell.signOutUnsent', { count: unsent })}
            action={t('shell.signOut')}
            onCancel={() => setAsking(false)}
            onConfirm={leave}
          />
        )}
      </Suspense>
    </>
  );
}
