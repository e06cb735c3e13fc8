import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '@/app/Rail.module.css';
import { RailLink } from '@/app/RailLink';
import { ConnectionBadge } from '@/features/connection/ConnectionBadge';
import { InboxLink } from '@/features/inbox/InboxLink';
import { NewListButton } from '@/features/lists/NewListButton';
import { RailLists } from '@/features/lists/RailLists';
import { ProfileMenu } from '@/features/profile/ProfileMenu';
import { IconAction } from '@/ui/IconAction';
import { Logo } from '@/ui/Logo';

interface Props {
  /** Only on phones: the rail lies over the content. */
  isOpen: boolean;
  onClose: () => void;
}

export function Rail({ isOpen, onClose }: Props) {
  const { t } = useTranslation();
  const [isCollapsed, setCollapsed] = useState(false);
  const compact = isCollapsed && !isOpen;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) onClose();
  };

  return (
    <nav
      className={styles['rail']}
      aria-label={t('shell.rail')}
      data-open={isOpen || undefined}
      data-compact={compact || undefined}
      data-testid="rail"
      onKeyDown={onKeyDown}
    >
      <div className={styles['top']}>
        {!compact && (
          <Link className={styles['home']} to="/">
            <Logo />
          </Link>
        )}
        {isOpen ? (
          <IconAction icon="close" label={t('shell.hideRail')} onClick={onClose} />
        ) : (
          <IconAction
            icon="sidebar"
            label={t(compact ? 'shell.expandRail' : 'shell.hideRail')}
            aria-expanded={!compact}
            onClick={() => setCollapsed(!isCollapsed)}
          />
        )}
      </div>
      <RailLink to="/search" icon="search" words={t('across.search')} compact={compact} />
      <InboxLink compact={compact} />
      <RailLink to="/tasks" icon="checklist" words={t('across.mine')} compact={compact} />
      <RailLink to="/due" icon="clock" words={t('across.soon')} compact={compact} />
      <RailLink to="/" icon="home" words={t('shell.home')} compact={compact} />
      <div className={styles['lists']}>
        <RailLists compact={compact} />
        <NewListButton compact={compact} />
      </div>
      <div className={styles['foot']}>
        <ConnectionBadge compact={compact} />
        <ProfileMenu compact={compact} />
      </div>
    </nav>
  );
}
