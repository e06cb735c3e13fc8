import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiScope } from '@/contract/automation';
import { Labelled } from '@/features/settings/Labelled';
import styles from '@/features/settings/settings.module.css';
import { type Refused, useRefusalText } from '@/i18n/useRefusalText';
import { useCreateTokenMutation } from '@/state/automationApi';
import { Field } from '@/ui/Field';
import { OnceSecret } from '@/ui/OnceSecret';

const lives = ['30', '90', '365'] as const;
const day = 24 * 60 * 60 * 1000;

export function NewTokenForm() {
  const { t } = useTranslation();
  const text = useRefusalText();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<ApiScope>('read');
  const [life, setLife] = useState<(typeof lives)[number]>('90');
  const [create, { data: created, error, isLoading }] = useCreateTokenMutation();

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = new Date(Date.now() + Number(life) * day).toISOString();
    const answer = await create({ name: name.trim(), scope, expiresAt });
    if (!('error' in answer)) setName('');
  };

  return (
    <>
      <form className={styles['form']} onSubmit={(event) => void onSubmit(event)}>
        <Field
          label={t('settings.tokenName')}
          placeholder={t('settings.tokenNamePlaceholder')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          inputProps={{ maxLength: 256 }}
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
        <Button type="submit" variant="contained" loading={isLoading} disabled={name.trim() === ''}>
          {t('settings.createToken')}
        </Button>
      </form>
      {error && (
        <p className={styles['problem']} role="alert">
          {text(error as Refused)}
        </p>
      )}
      {created && (
        <OnceSecret
          key={created.tokenId}
          value={created.token}
          label={t('settings.token')}
          words={t('settings.tokenReady')}
          copyWords={t('settings.copy')}
          copiedWords={t('settings.copied')}
          testId="new-token"
        />
      )}
    </>
  );
}
