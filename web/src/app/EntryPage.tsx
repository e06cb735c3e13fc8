import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SignInPage } from '@/features/auth/SignInPage';
import { SignUpPage } from '@/features/auth/SignUpPage';

interface Props {
  kind: 'signIn' | 'signUp';
  /** Somebody has begun: the time to fetch what comes next. */
  onTyping: () => void;
}

export function EntryPage({ kind, onTyping }: Props) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const next = params.get('next');
  const query = next ? `?next=${encodeURIComponent(next)}` : '';
  useEffect(() => {
    addEventListener('input', onTyping, { once: true });
    return () => removeEventListener('input', onTyping);
  }, [onTyping]);
  const reason = next?.startsWith('/invite/') ? t('auth.inviteWaiting') : undefined;
  return kind === 'signIn' ? (
    <SignInPage signUpHref={`/sign-up${query}`} reason={reason} />
  ) : (
    <SignUpPage signInHref={`/sign-in${query}`} reason={reason} />
  );
}
