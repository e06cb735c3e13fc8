import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { AppDialog } from '@/ui/AppDialog';
import { Field } from '@/ui/Field';

interface Props {
  listId: string;
  sectionId: string;
  name: string;
  limit: number | undefined;
  onClose: () => void;
}

const formId = 'section-limit';

/** How many tasks a section should hold. It warns, it never forbids. */
export function LimitDialog({ listId, sectionId, name, limit, onClose }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [value, setValue] = useState(limit === undefined ? '' : String(limit));

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const next = value.trim() === '' ? null : Math.min(1000, Math.max(1, Math.round(Number(value)) || 1));
    if (next !== (limit ?? null)) dispatch(execute(listId, { type: 'setSectionLimit', sectionId, limit: next }));
    onClose();
  };

  return (
    <AppDialog
      title={t('board.limitTitle', { section: name })}
      closeLabel={t('shell.close')}
      onClose={onClose}
      testId="limit"
      actions={
        <>
          <Button color="inherit" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="contained">
            {t('shell.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit}>
        <Field
          label={t('board.limitLabel')}
          hint={t('board.limitHint')}
          type="number"
          autoFocus
          value={value}
          onChange={(event) => setValue(event.target.value)}
          min={1}
          max={1000}
        />
      </form>
    </AppDialog>
  );
}
