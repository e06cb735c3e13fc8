import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import styles from '@/features/people/people.module.css';
import { formatDay } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { useDeleteInviteMutation, useInvitesQuery } from '@/state/api';

/** The links that still work; each can be revoked. */
export function InviteLinks({ listId }: { listId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: invites } = useInvitesQuery(listId, { refetchOnMountOrArgChange: true });
  const [deleteInvite] = useDeleteInviteMutation();
  if (!invites) return null;
  return (
    <section className={styles['links']}>
      <h3>{t('people.activeLinks')}</h3>
      {invites.length === 0 && <p className={styles['hint']}>{t('people.noLinks')}</p>}
      <ul>
        {invites.map(({ inviteId, role, expiresAt, uses }) => (
          <li key={inviteId} className={styles['linkRow']}>
            <span>
              {t(`people.roles.${role}`)}
              <span className={styles['linkFacts']}>
                {t('people.linkUntil', { date: formatDay(language, expiresAt) })} ·{' '}
                {t('people.linkUses', { count: uses })}
              </span>
            </span>
            <Button
              size="small"
              color="error"
              aria-label={t('people.revokeLink', { role: t(`people.roles.${role}`) })}
              onClick={() => void deleteInvite({ listId, inviteId })}
            >
              {t('people.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
