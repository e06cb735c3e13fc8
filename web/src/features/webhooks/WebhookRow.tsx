import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '@/contract/automation';
import { useReasonWords } from '@/features/webhooks/useReasonWords';
import { formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { useDeleteWebhookMutation, usePauseWebhookMutation } from '@/state/automationApi';
import rows from '@/ui/Rows.module.css';

export function WebhookRow({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useReasonWords();
  const [pause] = usePauseWebhookMutation();
  const [remove] = useDeleteWebhookMutation();
  const { webhookId, url, failures, deliveredAt, lastError, pausedAt, pausedReason } = webhook;
  const isPaused = pausedAt !== undefined;

  return (
    <li className={rows['row']}>
      <span>
        <span translate="no">{url}</span>
        <span className={rows['facts']}>
          {deliveredAt ? t('webhooks.at', { date: formatMoment(language, deliveredAt) }) : t('webhooks.never')}
        </span>
        {isPaused && (
          <span className={rows['facts']} data-bad={pausedReason !== 'byOwner' || undefined}>
            {t('webhooks.pausedBecause', { reason: words.ofPause(pausedReason) })}
          </span>
        )}
        {failures > 0 && (
          <span className={rows['facts']} data-bad>
            {t('webhooks.failing', { count: failures, reason: words.ofError(lastError) })}
          </span>
        )}
      </span>
      <Button size="small" color="inherit" onClick={() => void pause({ webhookId, paused: !isPaused })}>
        {t(isPaused ? 'webhooks.resume' : 'webhooks.pause')}
      </Button>
      <Button size="small" color="error" onClick={() => void remove(webhookId)}>
        {t('webhooks.remove')}
      </Button>
    </li>
  );
}
