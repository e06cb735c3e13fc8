import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '@/ui/EmptyState';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <EmptyState icon="alert" title={t('shell.notFoundTitle')} text={t('shell.notFoundText')}>
      <Button variant="contained" component={Link} to="/">
        {t('shell.goHome')}
      </Button>
    </EmptyState>
  );
}
