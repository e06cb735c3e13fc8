import { useEffect, useRef } from 'react';
import { selectSection } from '@/state/board';
import { useAppSelector } from '@/state/hooks';

interface Props {
  listId: string;
  sectionId: string;
  isShown: boolean;
  onShow: (sectionId: string) => void;
}

export function SectionTab({ listId, sectionId, isShown, onShow }: Props) {
  const section = useAppSelector((state) => selectSection(state, listId, sectionId));
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const strip = button.current?.parentElement;
    if (!isShown || !button.current || !strip) return;
    // Only the strip moves: scrollIntoView would also move the board under it.
    strip.scrollTo({ left: button.current.offsetLeft - strip.clientWidth / 2 + button.current.offsetWidth / 2 });
  }, [isShown]);
  if (!section) return null;
  return (
    <button ref={button} type="button" aria-current={isShown || undefined} onClick={() => onShow(sectionId)}>
      <span dir="auto">{section.name}</span>
      <span>{section.taskIds.length}</span>
    </button>
  );
}
