import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddSection } from '@/features/board/AddSection';
import styles from '@/features/board/Board.module.css';
import type { BoardProps, OpenMenu } from '@/features/board/boardCommands';
import { EmptyBoard } from '@/features/board/EmptyBoard';
import { FoldedSection } from '@/features/board/FoldedSection';
import { CardMenu } from '@/features/board/onDemand';
import { SectionTabs } from '@/features/board/SectionTabs';
import { SectionView } from '@/features/board/SectionView';
import { useBoardHandle } from '@/features/board/useBoardHandle';
import { useBoardKeys } from '@/features/board/useBoardKeys';
import { useBoardPresses } from '@/features/board/useBoardPresses';
import { useCurrentCard } from '@/features/board/useCurrentCard';
import { useOpenInView } from '@/features/board/useOpenInView';
import { useSectionDrop } from '@/features/board/useSectionDrop';
import { useSelect } from '@/features/board/useSelect';
import { useTaskMoves } from '@/features/board/useTaskMoves';
import { useTitles } from '@/features/board/useTitles';
import { selectCanEdit, selectScope, selectSectionIds } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { DropLine } from '@/ui/dnd/DropLine';

/** The board listens once for all cards: presses, keys and focus are found by the card's id. */
export function Board(props: BoardProps) {
  const { listId, openTaskId } = props;
  const { t } = useTranslation();
  const root = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const sectionIds = useAppSelector((state) => selectSectionIds(state, listId));
  const name = useAppSelector((state) => selectScope(state, listId)).name ?? '';
  const canEdit = useAppSelector((state) => selectCanEdit(state, listId));
  const folded = useAppSelector((state) => state.collapsed);
  const [menu, setMenu] = useState<OpenMenu>();

  const current = useCurrentCard(listId, root);
  const titles = useTitles(listId, current.focus);
  const moves = useTaskMoves(listId, current.focus);
  const select = useSelect(listId);
  const commands = { ...props, canEdit, moves, select, edit: titles.edit, openMenu: setMenu, focus: current.focus };
  useBoardHandle(props.handle, root, current, titles.edit);
  const onKeyDown = useBoardKeys(root, commands);
  const presses = useBoardPresses(root, commands);
  // Only once there is a board to drop on: its scroller is looked up when this turns on.
  useSectionDrop(listId, scroller, line, canEdit && sectionIds.length > 0);

  useOpenInView(root, openTaskId);

  if (sectionIds.length === 0) return <EmptyBoard listId={listId} canEdit={canEdit} />;
  return (
    <section
      ref={root}
      className={styles['root']}
      aria-label={t('board.label', { name })}
      data-testid="board"
      onFocus={current.onFocus}
      onKeyDown={onKeyDown}
      {...presses}
    >
      <p className="visuallyHidden">{t(canEdit ? 'board.cardHint' : 'board.readOnly')}</p>
      <SectionTabs listId={listId} sectionIds={sectionIds} scroller={scroller} />
      <div ref={scroller} className={styles['scroller']}>
        {sectionIds.map((sectionId) =>
          folded.includes(sectionId) ? (
            <FoldedSection key={sectionId} listId={listId} sectionId={sectionId} />
          ) : (
            <SectionView
              key={sectionId}
              listId={listId}
              sectionId={sectionId}
              currentId={current.id}
              editingId={titles.editingId}
              openTaskId={openTaskId}
              canEdit={canEdit}
              onTitle={titles.onTitle}
              onEditEnd={titles.onEditEnd}
              onOpen={props.onOpen}
              onMoved={moves.drop}
            />
          ),
        )}
        {canEdit && <AddSection listId={listId} />}
        <DropLine axis="x" ref={line} />
      </div>
      <Suspense>{menu && <CardMenu {...commands} menu={menu} onClose={() => setMenu(undefined)} />}</Suspense>
    </section>
  );
}
