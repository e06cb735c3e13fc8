import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/lists/lists.module.css';
import { NewListDialog } from '@/features/lists/onDemand';
import { Icon } from '@/ui/Icon';

export function NewListButton({ compact }: { compact: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles['newList']}
        title={compact ? t('lists.new') : undefined}
        onClick={() => setOpen(true)}
      >
        <Icon name="add" />
        <span className={compact ? 'visuallyHidden' : undefined}>{t('lists.new')}</span>
      </button>
      <Suspense>{isOpen && <NewListDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
