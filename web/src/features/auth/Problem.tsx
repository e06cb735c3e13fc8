import styles from '@/features/auth/auth.module.css';
import { type Refused, useRefusalText } from '@/i18n/useRefusalText';
import { Icon } from '@/ui/Icon';

export function Problem({ refused }: { refused: Refused }) {
  const text = useRefusalText();
  return (
    <p className={styles['problem']} role="alert">
      <Icon name="alert" />
      {text(refused)}
    </p>
  );
}
