import Button from '@mui/material/Button';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { type Refused, useRefusalText } from '@/i18n/useRefusalText';
import { useAcceptInviteMutation } from '@/state/api';
import { EmptyState } from '@/ui/EmptyState';

/** Where an invitation link leads: joins at once (accepting twice is the same as once) and goes on to the board. */
export function AcceptPage() {
  const { t } = useTranslation();
  const text = useRefusalText();
  const navigate = useNavigate();
  const { token = '' } = useParams();
  const [accept, { error, isLoading }] = useAcceptInviteMutation();
  const started = useRef<string>(undefined);

  const join = useCallback(async () => {
    const answer = await accept(token);
    if (answer.data) navigate(`/l/${answer.data.listId}`, { replace: true });
  }, [accept, navigate, token]);

  useEffect(() => {
    if (started.current === token) return;
    started.current = token;
    void join();
  }, [join, token]);

  if (!error || isLoading)
    return <EmptyState icon="link" title={t('people.acceptTitle')} text={t('people.accepting')} />;
  const refused = error as Refused & { retryAfterMs?: number };
  return (
    <EmptyState
      icon="alert"
      title={t('people.acceptFailed')}
      text={refused.code === 'inviteNotFound' ? t('people.acceptFailedText') : text(refused)}
    >
      {refused.retryAfterMs !== undefined && (
        <Button variant="outlined" onClick={() => void join()}>
          {t('shell.retry')}
        </Button>
      )}
      <Button variant="contained" component={Link} to="/">
        {t('shell.goHome')}
      </Button>
    </EmptyState>
  );
}
