import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiScope } from '@/contract/automation';
import { day } from '@/lib/time';
import { useCreateTokenMutation } from '@/state/automationApi';
import { Field } from '@/ui/Field';
import { Labelled } from '@/ui/Labelled';
import { OnceForm } from '@/ui/OnceForm';

const lives = ['30', '90', '365'] as const;

export function NewTokenForm() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<ApiScope>('read');
  const [life, setLife] = useState<(typeof lives)[number]>('90');
  const [create, { data: created, error, isLoading }] = useCreateTokenMutation();

  const onSubmit = async () => {
    const expiresAt = new Date(Date.now() + Number(life) * day).toISOString();
    const answer = await create({ name: name.trim(), scope, expiresAt });
    if (!('error' in answer)) setName('');
  };

  return (
    <OnceForm
      action={t('settings.createToken')}
      isReady={name.trim() !== ''}
      isSending={isLoading}
      error={error}
      made={
        created && {
          id: created.tokenId,
          value: created.token,
          label: t('settings.token'),
          words: t('settings.tokenReady'),
          copyWords: t('settings.copy'),
          copiedWords: t('settings.copied'),
          testId: 'new-token',
        }
      }
      onSubmit={onSubmit}
    >
      <Field
        label={t('settings.tokenName')}
        placeholder={t('settings.tokenNamePlaceholder')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={256}
      />
      <Labelled
        label={t('settings.scope')}
        value={scope}
        options={(['read', 'write'] as const).map((value) => ({ value, words: t(`settings.scopes.${value}`) }))}
        onChange={setScope}
      />
      <Labelled
        label={t('settings.life')}
        value={life}
        options={lives.map((value) => ({ value, words: t('settings.days', { count: Number(value) }) }))}
        onChange={setLife}
      />
    </OnceForm>
  );
}
