import { type RefObject, useEffect, useState } from 'react';
import styles from '@/features/board/Board.module.css';
import { SectionTab } from '@/features/board/SectionTab';

interface Props {
  listId: string;
  sectionIds: readonly string[];
  scroller: RefObject<HTMLElement | null>;
}

/** Phones show one section per screen; the tabs above say which, and jump. Hidden by CSS on wider screens. */
export function SectionTabs({ listId, sectionIds, scroller }: Props) {
  const [shownId, setShownId] = useState<string>();

  useEffect(() => {
    const board = scroller.current;
    if (!board || sectionIds.length === 0) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find((entry) => entry.isIntersecting)?.target;
        if (seen instanceof HTMLElement) setShownId(seen.dataset['dragId']);
      },
      { root: board, threshold: 0.6 },
    );
    for (const section of board.querySelectorAll(':scope > [data-drag-id]')) observer.observe(section);
    return () => observer.disconnect();
  }, [scroller, sectionIds]);

  const onShow = (sectionId: string) =>
    scroller.current
      ?.querySelector(`:scope > [data-drag-id="${CSS.escape(sectionId)}"]`)
      ?.scrollIntoView({ behavior: 'smooth', inline: 'center', block: 'nearest' });

  return (
    <nav className={styles['tabs']}>
      {sectionIds.map((sectionId) => (
        <SectionTab
          key={sectionId}
          listId={listId}
          sectionId={sectionId}
          isShown={sectionId === shownId}
          onShow={onShow}
        />
      ))}
    </nav>
  );
}
