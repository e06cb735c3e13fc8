import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Group, groupNames, groups } from '@/features/webhooks/groups';
import { useCreateWebhookMutation } from '@/state/automationApi';
import { Field } from '@/ui/Field';
import { Labelled } from '@/ui/Labelled';
import { OnceForm } from '@/ui/OnceForm';

export function NewWebhookForm({ listId }: { listId: string }) {
  const { t } = useTranslation();
  const [url, setUrl] = useState('');
  const [group, setGroup] = useState<Group>('all');
  const [create, { data: created, error, isLoading }] = useCreateWebhookMutation();

  const onSubmit = async () => {
    const answer = await create({ listId, url: url.trim(), events: groups[group] });
    if (!('error' in answer)) setUrl('');
  };

  return (
    <OnceForm
      action={t('webhooks.create')}
      isReady={url.trim() !== ''}
      isSending={isLoading}
      error={error}
      made={
        created && {
          id: created.webhookId,
          value: created.secret,
          label: t('webhooks.secret'),
          words: t('webhooks.secretReady'),
          copyWords: t('webhooks.copy'),
          copiedWords: t('webhooks.copied'),
          testId: 'webhook-secret',
        }
      }
      onSubmit={onSubmit}
    >
      <Field
        label={t('webhooks.url')}
        hint={t('webhooks.urlHint')}
        type="url"
        placeholder="https://"
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        maxLength={2048}
      />
      <Labelled
        label={t('webhooks.events')}
        value={group}
        options={groupNames.map((value) => ({ value, words: t(`webhooks.groups.${value}`) }))}
        onChange={setGroup}
      />
    </OnceForm>
  );
}
