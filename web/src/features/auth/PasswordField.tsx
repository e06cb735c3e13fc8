import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/auth/auth.module.css';
import { Field } from '@/ui/Field';
import { Icon } from '@/ui/Icon';

interface Props {
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  error?: string | undefined;
  hint?: string | undefined;
}

/** A password that can be looked at; pasting is never in the way of a password manager. */
export function PasswordField({ value, onChange, autoComplete, error, hint }: Props) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  return (
    <Field
      label={t('auth.password')}
      name="password"
      type={isShown ? 'text' : 'password'}
      autoComplete={autoComplete}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
      hint={hint}
      end={
        // A plain button: the tooltip the others have would cost this page 13 KB that nothing else here needs.
        <button
          type="button"
          className={styles['eye']}
          aria-label={t(isShown ? 'auth.hidePassword' : 'auth.showPassword')}
          title={t(isShown ? 'auth.hidePassword' : 'auth.showPassword')}
          onClick={() => setShown(!isShown)}
        >
          <Icon name={isShown ? 'eyeOff' : 'eye'} />
        </button>
      }
    />
  );
}
