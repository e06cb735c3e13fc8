import Dialog from '@mui/material/Dialog';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entriesFor, type PaletteEntry } from '@/features/palette/entries';
import styles from '@/features/palette/palette.module.css';
import { Icon } from '@/ui/Icon';
import { Keys } from '@/ui/Keys';

interface Props {
  entries: readonly PaletteEntry[];
  /** Takes what was typed to all lists. */
  onSearch: (words: string) => void;
  onClose: () => void;
}

/** Everything that can be done and everywhere one can go, found by typing. */
export function Palette({ entries, onSearch, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const typed = words.trim();
  const found: PaletteEntry[] = entriesFor(entries, words);
  if (typed !== '') {
    const all = t('across.searchFor', { words: typed });
    found.push({ id: 'everywhere', words: all, icon: 'search', run: () => onSearch(typed) });
  }
  const chosen = Math.min(at, found.length - 1);

  const run = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onClose();
    // After the focus has gone back: what opens now must not lose it again.
    setTimeout(entry.run);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((chosen + step + found.length) % found.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(found[chosen]);
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      aria-label={t('actions.palette')}
      data-testid="palette"
      slotProps={{ paper: { className: styles['paper'] } }}
    >
      <div className={styles['field']}>
        <Icon name="search" />
        <input
          autoFocus
          value={words}
          dir="auto"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
          aria-label={t('actions.find')}
          placeholder={t('actions.find')}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" className={styles['list']} aria-label={t('actions.palette')}>
        {found.map((entry, index) => (
          <div
            key={entry.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            ref={index === chosen ? intoView : undefined}
            onPointerMove={() => setAt(index)}
            onClick={() => run(entry)}
            onKeyDown={onKeyDown}
          >
            <Icon name={entry.icon} size={16} />
            <span className={styles['words']} dir="auto">
              {entry.words}
            </span>
            {entry.hint && <span className={styles['hint']}>{entry.hint}</span>}
            {entry.keys?.[0] && <Keys keys={entry.keys[0]} />}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
