import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Group, groupNames, groups } from '@/features/webhooks/groups';
import styles from '@/features/webhooks/webhooks.module.css';
import { type Refused, useRefusalText } from '@/i18n/useRefusalText';
import { useCreateWebhookMutation } from '@/state/automationApi';
import { Field } from '@/ui/Field';
import { OnceSecret } from '@/ui/OnceSecret';

export function NewWebhookForm({ listId }: { listId: string }) {
  const { t } = useTranslation();
  const text = useRefusalText();
  const [url, setUrl] = useState('');
  const [group, setGroup] = useState<Group>('all');
  const [create, { data: created, error, isLoading }] = useCreateWebhookMutation();

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await create({ listId, url: url.trim(), events: groups[group] });
    if (!('error' in answer)) setUrl('');
  };

  return (
    <>
      <form className={styles['form']} onSubmit={(event) => void onSubmit(event)}>
        <Field
          label={t('webhooks.url')}
          hint={t('webhooks.urlHint')}
          type="url"
          placeholder="https://"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
          inputProps={{ maxLength: 2048 }}
        />
        <div className={styles['choice']}>
          <span aria-hidden="true">{t('webhooks.events')}</span>
          <Select<Group>
            value={group}
            fullWidth
            onChange={(event) => setGroup(event.target.value)}
            inputProps={{ 'aria-label': t('webhooks.events') }}
          >
            {groupNames.map((name) => (
              <MenuItem key={name} value={name}>
                {t(`webhooks.groups.${name}`)}
              </MenuItem>
            ))}
          </Select>
        </div>
        <Button type="submit" variant="contained" loading={isLoading} disabled={url.trim() === ''}>
          {t('webhooks.create')}
        </Button>
      </form>
      {error && (
        <p className={styles['problem']} role="alert">
          {text(error as Refused)}
        </p>
      )}
      {created && (
        <OnceSecret
          key={created.webhookId}
          value={created.secret}
          label={t('webhooks.secret')}
          words={t('webhooks.secretReady')}
          copyWords={t('webhooks.copy')}
          copiedWords={t('webhooks.copied')}
          testId="webhook-secret"
        />
      )}
    </>
  );
}
