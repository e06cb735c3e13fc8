import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoveChoice } from '@/features/move/MoveChoice';
import { MoveForm } from '@/features/move/MoveForm';
import styles from '@/features/move/move.module.css';
import type { Sent } from '@/features/move/TransferWord';
import { useRefusalText } from '@/i18n/useRefusalText';
import { useListTargetQuery } from '@/state/acrossApi';
import { useMyListsQuery } from '@/state/api';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';

interface Props {
  listId: string;
  taskIds: readonly string[];
  onSent: (sent: readonly Sent[]) => void;
  onClose: () => void;
}

/** Another list, and a section of it: its last place is where the task goes. */
export function TransferDialog({ listId, taskIds, onSent, onClose }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const refusalText = useRefusalText();
  const { data: mine } = useMyListsQuery();
  const lists = (mine ?? []).filter(
    (list) => list.listId !== listId && (list.role === 'editor' || list.role === 'owner'),
  );
  const [chosenId, setChosenId] = useState<string>();
  const [chosenSectionId, setChosenSectionId] = useState<string>();
  const list = lists.find((each) => each.listId === chosenId) ?? lists[0];
  const { currentData: target, error } = useListTargetQuery(list?.listId ?? '', { skip: !list });
  const sections = target?.sections ?? [];
  const section = sections.find((each) => each.sectionId === chosenSectionId) ?? sections[0];
  const canSend = list !== undefined && section !== undefined && !target?.isArchived;

  const onMove = () => {
    if (!canSend) return;
    const to = { toListId: list.listId, toSectionId: section.sectionId };
    // One change each: a task between two lists is never part of another change.
    onSent(
      taskIds.map((taskId) => ({
        commandId: dispatch(execute(listId, { type: 'transferTask', taskId, ...to })),
        taskId,
        toListName: list.name,
      })),
    );
  };

  return (
    <MoveForm
      testId="transfer"
      title={t('board.transferTitle')}
      taskIds={taskIds}
      listId={listId}
      canMove={canSend}
      onMove={onMove}
      onClose={onClose}
    >
      {mine && !list && <p className={styles['note']}>{t('board.transferNone')}</p>}
      {list && (
        <MoveChoice
          label={t('board.transferList')}
          value={list.listId}
          autoFocus
          options={lists.map((each) => each.listId)}
          renderOption={(id) => <span dir="auto">{lists.find((each) => each.listId === id)?.name}</span>}
          onChange={(id) => {
            setChosenId(id);
            setChosenSectionId(undefined);
          }}
        />
      )}
      {section && (
        <MoveChoice
          label={t('board.moveSection')}
          value={section.sectionId}
          options={sections.map((each) => each.sectionId)}
          renderOption={(id) => <span dir="auto">{sections.find((each) => each.sectionId === id)?.name}</span>}
          onChange={setChosenSectionId}
        />
      )}
      {target?.isArchived && <p className={styles['note']}>{t('board.transferArchived')}</p>}
      {error && <p className={styles['note']}>{refusalText({ code: error.code ?? 'unexpected' })}</p>}
      {canSend && <p className={styles['note']}>{t('board.transferHint')}</p>}
    </MoveForm>
  );
}
