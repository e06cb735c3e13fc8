import Button from '@mui/material/Button';
import { type ChangeEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ImportReport } from '@/features/lists/ImportReport';
import styles from '@/features/lists/lists.module.css';
import { type Refused, useRefusalText } from '@/i18n/useRefusalText';
import { useImportBoardMutation } from '@/state/api';
import { AppDialog } from '@/ui/AppDialog';
import { Icon } from '@/ui/Icon';

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const text = useRefusalText();
  const picker = useRef<HTMLInputElement>(null);
  const [importBoard, { data, error, isLoading, originalArgs }] = useImportBoardMutation();

  const onFile = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // Emptied, so that the same file can be chosen again after a refusal.
    event.target.value = '';
    if (file) void importBoard(file);
  };

  const next = data ? (
    <Button variant="contained" component={Link} to={`/l/${data.listId}`} onClick={onClose}>
      {t('lists.openImported')}
    </Button>
  ) : (
    <Button
      variant="contained"
      loading={isLoading}
      loadingPosition="start"
      startIcon={<Icon name="upload" />}
      onClick={() => picker.current?.click()}
    >
      {t('lists.chooseFile')}
    </Button>
  );

  return (
    <AppDialog
      title={data ? t('lists.imported') : t('lists.importTitle')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      testId="import"
      actions={next}
    >
      {data ? (
        <ImportReport report={data.report} />
      ) : (
        <>
          <p className={styles['text']} role="status">
            {isLoading ? t('lists.importing', { name: originalArgs?.name ?? '' }) : t('lists.importText')}
          </p>
          {error && (
            <p className={styles['problem']} role="alert">
              {text(error as Refused)}
            </p>
          )}
          <input
            ref={picker}
            type="file"
            accept=".json,application/json"
            hidden
            onChange={onFile}
            data-testid="import-file"
          />
        </>
      )}
    </AppDialog>
  );
}
