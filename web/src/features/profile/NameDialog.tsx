import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Refused, useRefusalText } from '@/i18n/useRefusalText';
import { useAppDispatch } from '@/state/hooks';
import { updateMe } from '@/state/session';
import { AppDialog } from '@/ui/AppDialog';
import { Field } from '@/ui/Field';

interface Props {
  current: string;
  onClose: () => void;
}

const formId = 'my-name';

/** The name under which the others see this person. */
export function NameDialog({ current, onClose }: Props) {
  const { t } = useTranslation();
  const text = useRefusalText();
  const dispatch = useAppDispatch();
  const [name, setName] = useState(current);
  const [refused, setRefused] = useState<Refused>();
  const [isSaving, setSaving] = useState(false);
  const displayName = name.trim();

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (displayName === '' || isSaving) return;
    setSaving(true);
    const answer = await dispatch(updateMe({ displayName }));
    setSaving(false);
    if (updateMe.fulfilled.match(answer)) onClose();
    else setRefused(answer.payload ?? { code: 'unavailable' });
  };

  return (
    <AppDialog
      title={t('shell.nameTitle')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      testId="my-name"
      actions={
        <>
          <Button color="inherit" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="contained" loading={isSaving} disabled={displayName === ''}>
            {t('shell.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit}>
        <Field
          label={t('shell.name')}
          hint={t('shell.nameHint')}
          error={refused && text(refused)}
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={100}
          dir="auto"
          autoComplete="name"
        />
      </form>
    </AppDialog>
  );
}
