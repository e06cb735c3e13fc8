import { useTranslation } from 'react-i18next';
import { CommentForm } from '@/features/task/comments/CommentForm';
import { CommentRow } from '@/features/task/comments/CommentRow';
import styles from '@/features/task/comments/comments.module.css';
import panel from '@/features/task/task.module.css';
import { uuidv7 } from '@/lib/uuidv7';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { selectEditorIds } from '@/state/presence';
import { EditingNote } from '@/ui/EditingNote';

interface Props {
  listId: string;
  task: BoardTask;
  canComment: boolean;
  canEdit: boolean;
}

export function Comments({ listId, task, canComment, canEdit }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { taskId, comments } = task;
  const editorIds = useAppSelector((state) => selectEditorIds(state, listId, taskId, 'comment'));
  return (
    <div className={styles['comments']}>
      {comments.length === 0 && !canComment && <p className={panel['quiet']}>{t('task.commentsNone')}</p>}
      <ul>
        {comments.map((comment) => (
          <CommentRow
            key={comment.commentId}
            listId={listId}
            taskId={taskId}
            comment={comment}
            canComment={canComment}
            canEdit={canEdit}
          />
        ))}
      </ul>
      <EditingNote userIds={editorIds} />
      {canComment && (
        <CommentForm
          listId={listId}
          place={`comment ${taskId}`}
          initial=""
          action={t('task.commentSend')}
          onSend={(text, mentions) =>
            dispatch(execute(listId, { type: 'addComment', taskId, commentId: uuidv7(), text, ...mentions }))
          }
        />
      )}
    </div>
  );
}
