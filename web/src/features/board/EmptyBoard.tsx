import { useTranslation } from 'react-i18next';
import { AddSection } from '@/features/board/AddSection';
import { EmptyState } from '@/ui/EmptyState';

export function EmptyBoard({ listId, canEdit }: { listId: string; canEdit: boolean }) {
  const { t } = useTranslation();
  return canEdit ? (
    <EmptyState icon="board" title={t('board.emptyTitle')} text={t('board.emptyText')}>
      <AddSection listId={listId} />
    </EmptyState>
  ) : (
    <EmptyState icon="board" title={t('board.emptyReadOnly')} />
  );
}
