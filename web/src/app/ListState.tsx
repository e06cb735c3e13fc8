import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '@/app/ListState.module.css';
import type { ListShown } from '@/app/useOpenList';
import { EmptyState } from '@/ui/EmptyState';

interface Props {
  kind: Exclude<ListShown, 'shown'>;
}

/** What stands in the list's place while there is nothing of it to show. */
export function ListState({ kind }: Props) {
  const { t } = useTranslation();
  if (kind === 'gone') {
    return (
      <EmptyState icon="alert" title={t('board.gone')} text={t('board.goneText')}>
        <Button variant="contained" component={Link} to="/">
          {t('shell.goHome')}
        </Button>
      </EmptyState>
    );
  }
  if (kind === 'broken') {
    return (
      <EmptyState icon="alert" title={t('board.broken')} text={t('board.brokenText')}>
        <Button variant="contained" onClick={() => location.reload()}>
          {t('shell.reload')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className={styles['skeleton']} aria-busy="true" role="status" aria-label={t('shell.loading')}>
      {[5, 3, 4].map((cards) => (
        <div key={cards} className={styles['column']}>
          {Array.from({ length: cards }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no identity.
            <span key={place} />
          ))}
        </div>
      ))}
    </div>
  );
}
