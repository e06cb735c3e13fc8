import { useTranslation } from 'react-i18next';
import { NewWebhookForm } from '@/features/webhooks/NewWebhookForm';
import { WebhookRow } from '@/features/webhooks/WebhookRow';
import styles from '@/features/webhooks/webhooks.module.css';
import { useWebhooksQuery } from '@/state/automationApi';
import { AppDialog } from '@/ui/AppDialog';
import rows from '@/ui/Rows.module.css';

interface Props {
  listId: string;
  onClose: () => void;
}

/** Where the changes of a list are sent to, whether they arrive, and why not. */
export function WebhooksDialog({ listId, onClose }: Props) {
  const { t } = useTranslation();
  const { data: webhooks } = useWebhooksQuery(listId, { refetchOnMountOrArgChange: true });
  return (
    <AppDialog title={t('webhooks.title')} closeLabel={t('shell.close')} onClose={onClose} width="sm" testId="webhooks">
      <p className={styles['text']}>{t('webhooks.text')}</p>
      <NewWebhookForm listId={listId} />
      {webhooks?.length === 0 && <p className={rows['facts']}>{t('webhooks.none')}</p>}
      <ul className={rows['rows']}>
        {webhooks?.map((webhook) => (
          <WebhookRow key={webhook.webhookId} webhook={webhook} />
        ))}
      </ul>
    </AppDialog>
  );
}
