import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoveChoice } from '@/features/move/MoveChoice';
import { MoveForm } from '@/features/move/MoveForm';
import { selectSection, selectSectionIds, selectTask, selectTaskIds } from '@/state/board';
import { executeAll } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { movesTogether } from '@/state/movesTogether';
import { announce } from '@/ui/announce';

interface Props {
  listId: string;
  taskIds: readonly string[];
  onClose: () => void;
}

/** The way to move a task without dragging it: a section and a position, by keyboard, mouse or touch. */
export function MoveDialog({ listId, taskIds: moving, onClose }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const task = useAppSelector((state) => selectTask(state, listId, moving[0] ?? ''));
  const title = moving.length === 1 ? task?.title : t('actions.selected', { count: moving.length });
  const sectionIds = useAppSelector((state) => selectSectionIds(state, listId));
  const [chosenId, setChosenId] = useState(task?.sectionId ?? '');
  // Undefined: at the end, wherever that is when the button is pressed.
  const [row, setRow] = useState<number>();
  const section = useAppSelector((state) => selectSection(state, listId, chosenId));
  const taskIds = useAppSelector((state) => selectTaskIds(state, listId, chosenId));
  const others = taskIds.filter((id) => !moving.includes(id));
  const shownRow = Math.min(row ?? others.length, others.length);

  const onMove = () => {
    if (!section) return;
    dispatch(executeAll(listId, movesTogether(moving, chosenId, others[shownRow - 1] ?? null)));
    announce(
      t('board.movedTo', {
        title: title ?? '',
        section: section.name,
        position: shownRow + 1,
        total: others.length + 1,
      }),
    );
  };

  const positionName = (place: number) => {
    if (others.length === 0) return t('board.positionOnly');
    if (place === 0) return t('board.positionFirst');
    return place === others.length ? t('board.positionLast', { position: place + 1 }) : String(place + 1);
  };

  return (
    <MoveForm
      testId="move"
      title={t('board.moveTitle')}
      taskIds={moving}
      listId={listId}
      canMove={section !== undefined}
      onMove={onMove}
      onClose={onClose}
    >
      <MoveChoice
        label={t('board.moveSection')}
        value={chosenId}
        autoFocus
        options={sectionIds}
        renderOption={(id) => <SectionName listId={listId} sectionId={id} />}
        onChange={(id) => {
          setChosenId(id);
          setRow(undefined);
        }}
      />
      <MoveChoice
        label={t('board.movePosition')}
        value={shownRow}
        options={Array.from({ length: others.length + 1 }, (_, place) => place)}
        renderOption={positionName}
        onChange={setRow}
      />
    </MoveForm>
  );
}

function SectionName({ listId, sectionId }: { listId: string; sectionId: string }) {
  return <span dir="auto">{useAppSelector((state) => selectSection(state, listId, sectionId))?.name}</span>;
}
