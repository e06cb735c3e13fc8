import { Card } from '@/features/board/Card';
import type { CardListProps } from '@/features/board/cardStates';
import styles from '@/features/board/Section.module.css';
import { VirtualCardList } from '@/features/board/VirtualCardList';

// Below this a window costs more (measuring, find-in-page) than it saves.
const windowedFrom = 60;

export function CardList(props: CardListProps) {
  const { taskIds, listId, currentId, editingId, openTaskId, canEdit, onTitle, onEditEnd } = props;
  if (taskIds.length > windowedFrom) return <VirtualCardList {...props} />;
  return (
    <ol className={styles['cards']}>
      {taskIds.map((taskId, index) => (
        <li key={taskId} data-drag-id={taskId} aria-posinset={index + 1} aria-setsize={taskIds.length}>
          <Card
            listId={listId}
            taskId={taskId}
            isCurrent={taskId === currentId}
            isEntry={index === 0}
            isEditing={taskId === editingId}
            isOpen={taskId === openTaskId}
            canEdit={canEdit}
            onTitle={onTitle}
            onEditEnd={onEditEnd}
          />
        </li>
      ))}
    </ol>
  );
}
