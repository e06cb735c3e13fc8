import { NavLink } from 'react-router';
import styles from '@/app/Rail.module.css';
import { Icon, type IconName } from '@/ui/Icon';

interface Props {
  to: string;
  icon: IconName;
  words: string;
  compact: boolean;
}

export function RailLink({ to, icon, words, compact }: Props) {
  return (
    <NavLink className={styles['link'] ?? ''} to={to} end title={compact ? words : undefined}>
      <Icon name={icon} />
      <span className={compact ? 'visuallyHidden' : undefined}>{words}</span>
    </NavLink>
  );
}
