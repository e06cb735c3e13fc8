import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type View, views } from '@/app/useViewRoute';
import { redo, undo } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices';
import type { Action } from '@/ui/actions';

const viewKeys = { board: 'KeyB', list: 'KeyL', table: 'KeyT', calendar: 'KeyC' } as const;

export interface ListDeeds {
  readonly addTask: () => void;
  readonly openPalette: () => void;
  readonly openHelp: () => void;
  readonly find: () => void;
  readonly setView: (view: View) => void;
  /** Only my tasks, or again all. */
  readonly toggleMine: () => void;
}

/** What can be done on a list's page whatever is in hand. */
export function useListActions(listId: string, canEdit: boolean, deeds: ListDeeds): readonly Action[] {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { addTask, openPalette, openHelp, find, setView, toggleMine } = deeds;

  return useMemo(() => {
    const back = (deed: typeof undo | typeof redo, code: string) => () => {
      if (!dispatch(deed(listId))) dispatch(noticeShown({ kind: 'info', code }));
    };
    const general: Action[] = [
      { id: 'palette', words: t('actions.palette'), icon: 'search', keys: ['Mod+KeyK'], run: openPalette },
      { id: 'help', words: t('actions.help'), icon: 'help', keys: ['Shift+Slash'], run: openHelp },
      { id: 'find', words: t('filter.words'), icon: 'filter', keys: ['Slash', 'KeyF'], run: find },
      { id: 'mine', words: t('actions.mine'), icon: 'person', keys: ['KeyQ'], run: toggleMine },
      ...views.map(
        (view): Action => ({
          id: `view-${view}`,
          words: t('views.show', { view: t(`views.${view}`) }),
          icon: view,
          keys: [`Shift+${viewKeys[view]}`],
          run: () => setView(view),
        }),
      ),
    ];
    if (!canEdit) return general;
    return [
      { id: 'add', words: t('board.addTask'), icon: 'add', keys: ['KeyC', 'KeyN'], run: addTask },
      { id: 'undo', words: t('shell.undo'), icon: 'undo', keys: ['Mod+KeyZ'], run: back(undo, 'nothingDone') },
      {
        id: 'redo',
        words: t('actions.redo'),
        icon: 'redo',
        keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
        run: back(redo, 'nothingUndone'),
      },
      ...general,
    ];
  }, [t, dispatch, listId, canEdit, addTask, openPalette, openHelp, find, setView, toggleMine]);
}
