import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoveChoice } from '@/features/move/MoveChoice';
import styles from '@/features/move/move.module.css';
import { selectSection, selectSectionIds, selectTask, selectTaskIds } from '@/state/board';
import { executeAll } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { movesTogether } from '@/state/movesTogether';
import { AppDialog } from '@/ui/AppDialog';
import { announce } from '@/ui/announce';

interface Props {
  listId: string;
  taskIds: readonly string[];
  onClose: () => void;
}

const formId = 'move-task';

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

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
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
    onClose();
  };

  const positionName = (place: number) => {
    if (others.length === 0) return t('board.positionOnly');
    if (place === 0) return t('board.positionFirst');
    return place === others.length ? t('board.positionLast', { position: place + 1 }) : String(place + 1);
  };

  return (
    <AppDialog
      title={t('board.moveTitle')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      testId="move"
      actions={
        <>
          <Button color="inherit" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="contained" disabled={!section}>
            {t('board.move')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={onSubmit}>
        <p className={styles['title']} dir="auto">
          {title}
        </p>
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
      </form>
    </AppDialog>
  );
}

function SectionName({ listId, sectionId }: { listId: string; sectionId: string }) {
  return <span dir="auto">{useAppSelector((state) => selectSection(state, listId, sectionId))?.name}</span>;
}
