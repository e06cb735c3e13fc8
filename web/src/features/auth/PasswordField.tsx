import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/Field';
import { IconAction } from '@/ui/IconAction';

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
      endAdornment={
        <IconAction
          icon={isShown ? 'eyeOff' : 'eye'}
          label={t(isShown ? 'auth.hidePassword' : 'auth.showPassword')}
          size="small"
          edge="end"
          onClick={() => setShown(!isShown)}
        />
      }
    />
  );
}
