import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AuthPage } from '@/features/auth/AuthPage';
import styles from '@/features/auth/auth.module.css';
import { PasswordField } from '@/features/auth/PasswordField';
import { Problem } from '@/features/auth/Problem';
import { useEnter } from '@/features/auth/useEnter';
import { useLanguage } from '@/i18n/useLanguage';
import { useRefusalText } from '@/i18n/useRefusalText';
import { signUp } from '@/state/session';
import { Field } from '@/ui/Field';

interface Props {
  signInHref: string;
  reason?: string | undefined;
}

const minPassword = 8;

export function SignUpPage({ signInHref, reason }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = useRefusalText();
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { form, isBusy, wasTried, refused, enter } = useEnter();

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const complete = displayName.trim() !== '' && email.trim() !== '' && password.length >= minPassword;
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    enter(
      complete
        ? signUp({ displayName: displayName.trim(), email: email.trim(), password, language, timeZone })
        : undefined,
    );
  };

  // A refusal that belongs to one input is shown there, any other above the form.
  const of = (codes: string[]) => (refused && codes.includes(refused.code) ? text(refused) : undefined);
  const emailError = of(['emailTaken', 'invalidEmail']);
  const passwordError = of(['weakPassword']);

  return (
    <AuthPage
      title={t('auth.signUpTitle')}
      reason={reason}
      footer={
        <>
          {t('auth.haveAccount')} <Link to={signInHref}>{t('auth.toSignIn')}</Link>
        </>
      }
    >
      <form ref={form} className={styles['form']} onSubmit={onSubmit} noValidate data-testid="sign-up">
        {refused && !emailError && !passwordError && <Problem refused={refused} />}
        <Field
          label={t('auth.displayName')}
          name="displayName"
          autoComplete="name"
          autoFocus
          value={displayName}
          onChange={(event) => setDisplayName(event.target.value)}
          maxLength={256}
          error={wasTried && displayName.trim() === '' ? t('auth.nameMissing') : undefined}
          hint={t('auth.displayNameHint')}
        />
        <Field
          label={t('auth.email')}
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={wasTried && email.trim() === '' ? t('auth.emailMissing') : emailError}
        />
        <PasswordField
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          error={
            wasTried && password.length < minPassword ? t('auth.passwordHint', { min: minPassword }) : passwordError
          }
          hint={t('auth.passwordHint', { min: minPassword })}
        />
        <Button type="submit" variant="contained" loading={isBusy}>
          {t('auth.signUp')}
        </Button>
      </form>
    </AuthPage>
  );
}
