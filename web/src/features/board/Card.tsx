import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/board/Card.module.css';
import { CardActions } from '@/features/board/CardActions';
import { CardFacts } from '@/features/board/CardFacts';
import { selectChangedAt, selectIsUnsent, selectLabels, selectScope, selectTask } from '@/state/board';
import { selectParent } from '@/state/family';
import { useAppSelector } from '@/state/hooks';
import { selectEditorIds } from '@/state/presence';
import { selectIsSelected } from '@/state/selection';
import { useDragSource } from '@/ui/dnd/useDragSource';
import { EditingNote } from '@/ui/EditingNote';
import { Icon } from '@/ui/Icon';
import { InlineEdit } from '@/ui/InlineEdit';

export interface CardProps {
  listId: string;
  taskId: string;
  /** The card of the board that arrows walk from; its buttons are reached by Tab. */
  isCurrent: boolean;
  /** The first of its section: Tab stops there, so that every section can be reached and scrolled by keyboard. */
  isEntry: boolean;
  isEditing: boolean;
  isOpen: boolean;
  canEdit: boolean;
  onTitle: (taskId: string, title: string) => void;
  onEditEnd: (taskId: string) => void;
}

/** A card takes an id and reads its own task: a change elsewhere never renders it. Presses are handled by the board. */
export const Card = memo(function Card(props: CardProps) {
  const { listId, taskId, isCurrent, isEntry, isEditing, isOpen, onTitle, onEditEnd } = props;
  const { t } = useTranslation();
  const task = useAppSelector((state) => selectTask(state, listId, taskId));
  const labels = useAppSelector((state) => selectLabels(state, listId));
  const isUnsent = useAppSelector((state) => selectIsUnsent(state, listId, taskId));
  const changedAt = useAppSelector((state) => selectChangedAt(state, listId, taskId));
  const listKey = useAppSelector((state) => selectScope(state, listId)).key;
  const parent = useAppSelector((state) => selectParent(state, listId, taskId))?.title;
  const isSelected = useAppSelector((state) => selectIsSelected(state, taskId));
  const editorIds = useAppSelector((state) => selectEditorIds(state, listId, taskId));
  const element = useRef<HTMLElement>(null);
  // On its way to another list a task is only looked at.
  const isFrozen = task?.transfer !== undefined;
  const canEdit = props.canEdit && !isFrozen;
  useDragSource(element, { kind: 'task', id: taskId, enabled: canEdit && !isEditing });
  if (!task) return null;

  const isDone = task.completedAt !== undefined;
  const titleId = `title-${taskId}`;
  return (
    <article
      ref={element}
      className={styles['card']}
      tabIndex={isCurrent || isEntry ? 0 : -1}
      aria-labelledby={titleId}
      data-task-id={taskId}
      data-testid="card"
      data-done={isDone || undefined}
      data-open={isOpen || undefined}
      data-selected={isSelected || undefined}
      data-unsent={isUnsent || undefined}
      data-frozen={isFrozen || undefined}
      data-edited={editorIds !== '' || undefined}
    >
      {changedAt !== undefined && <span key={changedAt} className={styles['tint']} />}
      {canEdit ? (
        <button
          type="button"
          className={styles['check']}
          tabIndex={isCurrent ? 0 : -1}
          data-action="toggle"
          aria-pressed={isDone}
          aria-label={t('board.complete')}
        >
          <Icon name={isDone ? 'checkCircle' : 'circle'} />
        </button>
      ) : (
        <span className={styles['check']}>
          <Icon name={isDone ? 'checkCircle' : 'circle'} />
        </span>
      )}
      <div className={styles['body']}>
        {isEditing ? (
          <InlineEdit
            field="title"
            place={`title ${taskId}`}
            value={task.title}
            label={t('board.editTitle')}
            maxLength={1024}
            multiline
            onSave={(title) => onTitle(taskId, title)}
            onDone={() => onEditEnd(taskId)}
          />
        ) : (
          <p id={titleId} className={styles['title']} dir="auto">
            {task.title}
            {isDone && <span className="visuallyHidden"> ({t('board.done')})</span>}
            {isSelected && <span className="visuallyHidden"> ({t('board.selected')})</span>}
          </p>
        )}
        <CardFacts task={task} labels={labels} isUnsent={isUnsent} listKey={listKey} parent={parent} />
        {editorIds !== '' && <EditingNote userIds={editorIds} />}
      </div>
      {!isEditing && <CardActions canEdit={canEdit} isCurrent={isCurrent} />}
    </article>
  );
});
