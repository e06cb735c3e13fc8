import Button from '@mui/material/Button';
import { lazy, type RefObject, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/filters/filters.module.css';
import { conditions, type Filter, noFilter } from '@/lib/filter';
import { Icon } from '@/ui/Icon';

const FilterPanel = lazy(async () => ({ default: (await import('@/features/filters/FilterPanel')).FilterPanel }));

interface Props {
  listId: string;
  filter: Filter;
  onChange: (filter: Filter) => void;
  /** Where the key for searching puts the focus. */
  input: RefObject<HTMLInputElement | null>;
}

/** Words to look for, and the other conditions behind a button that says how many are set. */
export function FilterBar({ listId, filter, onChange, input }: Props) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const set = conditions(filter);
  return (
    <div className={styles['bar']} data-set={set > 0 || undefined}>
      <label className={styles['search']}>
        <Icon name="search" size={16} />
        <input
          ref={input}
          type="search"
          dir="auto"
          value={filter.words}
          aria-label={t('filter.words')}
          placeholder={t('filter.words')}
          data-testid="filter-words"
          onChange={(event) => onChange({ ...filter, words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            onChange({ ...filter, words: '' });
            event.currentTarget.blur();
          }}
        />
      </label>
      <Button
        ref={button}
        size="small"
        color={set > 0 ? 'primary' : 'inherit'}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-testid="filter"
        startIcon={<Icon name="filter" size={16} />}
        onClick={() => setOpen(true)}
      >
        <span className={styles['words']}>{set > 0 ? t('filter.count', { count: set }) : t('filter.title')}</span>
      </Button>
      {set > 0 && (
        <Button size="small" color="inherit" data-testid="filter-clear" onClick={() => onChange(noFilter)}>
          {t('filter.clear')}
        </Button>
      )}
      <Suspense>
        {isOpen && (
          <FilterPanel
            listId={listId}
            filter={filter}
            anchor={button.current}
            onChange={onChange}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
