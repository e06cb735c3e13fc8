import { type RefObject, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'react-redux';
import { selectSection, selectSectionIds } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import type { RootState } from '@/state/store';
import { announce } from '@/ui/announce';
import { useDropList } from '@/ui/dnd/useDropList';

/** Sections are dragged by their head; the board is the list they are dropped in. */
export function useSectionDrop(
  listId: string,
  scroller: RefObject<HTMLElement | null>,
  line: RefObject<HTMLElement | null>,
  enabled: boolean,
): void {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const store = useStore<RootState>();

  const onDrop = useCallback(
    (sectionId: string, afterSectionId: string | null) => {
      const state = store.getState();
      const ids = selectSectionIds(state, listId);
      const section = selectSection(state, listId, sectionId)?.name;
      if (section === undefined || (ids[ids.indexOf(sectionId) - 1] ?? null) === afterSectionId) return;
      dispatch(execute(listId, { type: 'moveSection', sectionId, afterSectionId }));
      const position = selectSectionIds(store.getState(), listId).indexOf(sectionId) + 1;
      announce(t('board.sectionMoved', { section, position, total: ids.length }));
    },
    [dispatch, listId, store, t],
  );

  useDropList(scroller, {
    kind: 'section',
    axis: 'x',
    enabled,
    list: scroller,
    line,
    itemSelector: ':scope > [data-drag-id]',
    gap: 12,
    onDrop,
  });
}
