import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SignInPage } from '@/features/auth/SignInPage';
import { SignUpPage } from '@/features/auth/SignUpPage';

export function EntryPage({ kind }: { kind: 'signIn' | 'signUp' }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const next = params.get('next');
  const query = next ? `?next=${encodeURIComponent(next)}` : '';
  const reason = next?.startsWith('/invite/') ? t('auth.inviteWaiting') : undefined;
  return kind === 'signIn' ? (
    <SignInPage signUpHref={`/sign-up${query}`} reason={reason} />
  ) : (
    <SignUpPage signInHref={`/sign-in${query}`} reason={reason} />
  );
}
