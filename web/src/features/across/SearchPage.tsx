import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import styles from '@/features/across/across.module.css';
import { SearchResults } from '@/features/across/SearchResults';
import { useTyped } from '@/features/across/useTyped';
import { useWalk } from '@/features/across/useWalk';
import { EmptyState } from '@/ui/EmptyState';
import { Icon } from '@/ui/Icon';

const longest = 256;

/** Looks through every list one may read. */
export function SearchPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const page = useRef<HTMLDivElement>(null);
  const { typed, setTyped, looked } = useTyped();
  const field = useRef<HTMLInputElement>(null);
  useWalk(page);
  useEffect(() => field.current?.focus(), []);
  const openFirst = () => {
    const path = page.current?.querySelector('[data-testid="hit"]')?.getAttribute('href');
    // Only what was found for these words, not for those before them.
    if (path && typed.trim() === looked) void navigate(path);
  };

  return (
    <div ref={page} className={styles['page']} data-testid="search">
      <h1 className={styles['headline']}>{t('across.search')}</h1>
      <search>
        <form
          className={styles['field']}
          onSubmit={(event) => {
            event.preventDefault();
            openFirst();
          }}
        >
          <Icon name="search" />
          <input
            type="search"
            ref={field}
            value={typed}
            maxLength={longest}
            dir="auto"
            autoComplete="off"
            enterKeyHint="search"
            aria-label={t('across.words')}
            placeholder={t('across.words')}
            data-testid="search-words"
            onChange={(event) => setTyped(event.target.value)}
          />
        </form>
      </search>
      {looked === '' ? (
        <EmptyState icon="search" title={t('across.startTitle')} text={t('across.startText')} />
      ) : (
        <SearchResults words={looked} />
      )}
    </div>
  );
}
