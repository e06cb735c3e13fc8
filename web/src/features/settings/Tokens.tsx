import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { NewTokenForm } from '@/features/settings/NewTokenForm';
import styles from '@/features/settings/settings.module.css';
import { formatDay } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { useRevokeTokenMutation, useTokensQuery } from '@/state/automationApi';
import rows from '@/ui/Rows.module.css';
import { useNow } from '@/ui/useNow';

/** Personal API tokens: make one, see it once, revoke it. */
export function Tokens() {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { data: tokens } = useTokensQuery(undefined, { refetchOnMountOrArgChange: true });
  const [revoke] = useRevokeTokenMutation();
  const day = (at: string) => formatDay(language, at, now);

  return (
    <section className={styles['part']}>
      <h2>{t('settings.tokens')}</h2>
      <p className={styles['hint']}>{t('settings.tokensHint')}</p>
      <NewTokenForm />
      {tokens && tokens.length > 0 && (
        <ul className={rows['rows']} data-testid="tokens">
          {tokens.map(({ tokenId, name, scope, expiresAt, lastUsedAt }) => (
            <li key={tokenId} className={rows['row']}>
              <span dir="auto">
                {name}
                <span className={rows['facts']}>
                  {t(`settings.scopes.${scope}`)} ·{' '}
                  {Date.parse(expiresAt) < now
                    ? t('settings.expired', { date: day(expiresAt) })
                    : t('settings.expires', { date: day(expiresAt) })}{' '}
                  · {lastUsedAt ? t('settings.lastUsed', { date: day(lastUsedAt) }) : t('settings.neverUsed')}
                </span>
              </span>
              <Button
                size="small"
                color="error"
                aria-label={t('settings.revokeToken', { name })}
                onClick={() => void revoke(tokenId)}
              >
                {t('people.revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
