import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

interface Props {
  query: { hasNextPage: boolean; isFetching: boolean; fetchNextPage: () => unknown };
}

export function More({ query: { hasNextPage, isFetching, fetchNextPage } }: Props) {
  const { t } = useTranslation();
  if (!hasNextPage) return null;
  return (
    <Button variant="outlined" disabled={isFetching} onClick={() => void fetchNextPage()}>
      {t('across.more')}
    </Button>
  );
}
