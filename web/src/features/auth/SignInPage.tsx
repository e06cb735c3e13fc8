import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AuthPage } from '@/features/auth/AuthPage';
import styles from '@/features/auth/auth.module.css';
import { PasswordField } from '@/features/auth/PasswordField';
import { Problem } from '@/features/auth/Problem';
import { useEnter } from '@/features/auth/useEnter';
import { signIn } from '@/state/session';
import { Field } from '@/ui/Field';

interface Props {
  /** Where the other page is, with the place to return to kept in it. */
  signUpHref: string;
  reason?: string | undefined;
}

export function SignInPage({ signUpHref, reason }: Props) {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { form, isBusy, wasTried, refused, enter } = useEnter();

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    enter(email.trim() !== '' && password !== '' ? signIn({ email: email.trim(), password }) : undefined);
  };

  return (
    <AuthPage
      title={t('auth.signInTitle')}
      reason={reason}
      footer={
        <>
          {t('auth.noAccount')} <Link to={signUpHref}>{t('auth.toSignUp')}</Link>
        </>
      }
    >
      <form ref={form} className={styles['form']} onSubmit={onSubmit} noValidate data-testid="sign-in">
        {refused && <Problem refused={refused} />}
        <Field
          label={t('auth.email')}
          name="email"
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={wasTried && email.trim() === '' ? t('auth.emailMissing') : undefined}
        />
        <PasswordField
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={wasTried && password === '' ? t('auth.passwordMissing') : undefined}
        />
        <Button type="submit" variant="contained" loading={isBusy}>
          {t('auth.signIn')}
        </Button>
      </form>
    </AuthPage>
  );
}
