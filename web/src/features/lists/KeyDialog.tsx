import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { AppDialog } from '@/ui/AppDialog';
import { Field } from '@/ui/Field';

interface Props {
  listId: string;
  current: string;
  onClose: () => void;
}

const formId = 'list-key';
const shape = /^[A-Z][A-Z0-9]{1,5}$/;

/** The letters of task numbers. Old links work on: they name a task by its id. */
export function KeyDialog({ listId, current, onClose }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [key, setKey] = useState(current);
  const isGood = shape.test(key);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isGood) return;
    if (key !== current) dispatch(execute(listId, { type: 'setListKey', key }));
    onClose();
  };

  return (
    <AppDialog
      title={t('lists.key')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      actions={
        <>
          <Button color="inherit" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="contained" disabled={!isGood}>
            {t('shell.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit}>
        <Field
          label={t('lists.keyLabel')}
          hint={t('lists.keyHint')}
          autoFocus
          value={key}
          onChange={(event) => setKey(event.target.value.toUpperCase())}
          maxLength={6}
        />
      </form>
    </AppDialog>
  );
}
