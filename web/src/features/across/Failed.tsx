import Button from '@mui/material/Button';
import type { SerializedError } from '@reduxjs/toolkit';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/contract/rest';
import { useRefusalText } from '@/i18n/useRefusalText';
import { EmptyState } from '@/ui/EmptyState';

interface Props {
  error: Problem | SerializedError | undefined;
  onRetry: () => void;
}

/** Why there is no answer, and the one thing to do about it. */
export function Failed({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const code = error?.code ?? 'unexpected';
  const params = error && 'params' in error ? error.params : undefined;
  return (
    <EmptyState icon="alert" title={t('across.failedTitle')} text={refusalText({ code, params })}>
      <Button variant="outlined" onClick={onRetry}>
        {t('shell.retry')}
      </Button>
    </EmptyState>
  );
}
