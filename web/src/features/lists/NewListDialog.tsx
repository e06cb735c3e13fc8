import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import styles from '@/features/lists/lists.module.css';
import { type Refused, useRefusalText } from '@/i18n/useRefusalText';
import { uuidv7 } from '@/lib/uuidv7';
import { useCreateListMutation } from '@/state/api';
import { AppDialog } from '@/ui/AppDialog';
import { Field } from '@/ui/Field';

const formId = 'new-list';

export function NewListDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const text = useRefusalText();
  const navigate = useNavigate();
  const [createList, { isLoading, error }] = useCreateListMutation();
  // Made once per dialog: pressing again after a lost answer makes the same list, not a second one.
  const [listId] = useState(uuidv7);
  const [name, setName] = useState('');
  const [isKanban, setKanban] = useState(true);
  const [wasTried, setTried] = useState(false);

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || isLoading) return;
    const answer = await createList({
      listId,
      name: name.trim(),
      ...(isKanban ? { template: 'kanban' as const } : {}),
    });
    if (!('data' in answer)) return;
    onClose();
    navigate(`/l/${listId}`);
  };

  return (
    <AppDialog
      title={t('lists.newTitle')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      testId="new-list"
      actions={
        <>
          <Button color="inherit" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="contained" loading={isLoading}>
            {t('lists.create')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={onSubmit} noValidate>
        <Field
          label={t('lists.name')}
          placeholder={t('lists.namePlaceholder')}
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={256}
          dir="auto"
          error={wasTried && name.trim() === '' ? t('lists.nameMissing') : error ? text(error as Refused) : undefined}
        />
        <fieldset className={styles['choices']}>
          <legend>{t('lists.template')}</legend>
          {[true, false].map((kanban) => (
            <label key={String(kanban)} className={styles['choice']}>
              <input type="radio" name="template" checked={isKanban === kanban} onChange={() => setKanban(kanban)} />
              {t(kanban ? 'lists.templateKanban' : 'lists.templateEmpty')}
            </label>
          ))}
        </fieldset>
      </form>
    </AppDialog>
  );
}
