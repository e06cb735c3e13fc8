import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import styles from '@/features/filters/filters.module.css';
import { savedQuery } from '@/features/filters/savedQuery';
import { useRefusalText } from '@/i18n/useRefusalText';
import { uuidv7 } from '@/lib/uuidv7';
import { useRemoveViewMutation, useSavedViewsQuery, useSaveViewMutation } from '@/state/viewsApi';
import { IconAction } from '@/ui/IconAction';

/** Views of this list that its user gave a name, and a field to name the one on the screen. */
export function SavedViews({ listId }: { listId: string }) {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const [params, setParams] = useSearchParams();
  const { data = [], error } = useSavedViewsQuery();
  const [save, saving] = useSaveViewMutation();
  const [remove] = useRemoveViewMutation();
  const [name, setName] = useState('');
  const current = savedQuery(params);
  const own = data.filter((view) => view.listId === listId);
  const refused = saving.error ?? error;

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    // A name that is there already means the same view, seen another way.
    const viewId = own.find((view) => view.name === name.trim())?.viewId ?? uuidv7();
    const { error } = await save({ viewId, listId, name, query: current });
    if (!error) setName('');
  };

  return (
    <section className={styles['saved']} aria-label={t('filter.saved')} data-testid="saved-views">
      <h3>{t('filter.saved')}</h3>
      {own.length > 0 && (
        <ul>
          {own.map((view) => (
            <li key={view.viewId}>
              <button
                type="button"
                className={styles['choice']}
                dir="auto"
                aria-pressed={view.query === current}
                onClick={() => setParams(new URLSearchParams(view.query))}
              >
                {view.name}
              </button>
              <IconAction
                icon="close"
                iconSize={14}
                size="small"
                label={t('filter.forget', { name: view.name })}
                onClick={() => void remove(view.viewId)}
              />
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={(event) => void onSubmit(event)}>
        <input
          value={name}
          maxLength={256}
          dir="auto"
          aria-label={t('filter.saveName')}
          placeholder={t('filter.saveName')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" size="small" variant="outlined" disabled={name.trim() === '' || saving.isLoading}>
          {t('filter.save')}
        </Button>
      </form>
      {refused && (
        <p role="alert" className={styles['refused']}>
          {refusalText({
            code: refused.code ?? 'unexpected',
            ...('params' in refused ? { params: refused.params } : {}),
          })}
        </p>
      )}
    </section>
  );
}
