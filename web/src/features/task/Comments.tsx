import { useTranslation } from 'react-i18next';
import { CommentForm } from '@/features/task/CommentForm';
import { CommentRow } from '@/features/task/CommentRow';
import styles from '@/features/task/task.module.css';
import { uuidv7 } from '@/lib/uuidv7';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';

interface Props {
  listId: string;
  task: BoardTask;
  canComment: boolean;
}

export function Comments({ listId, task, canComment }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { taskId, comments } = task;

  const onSend = (text: string) => dispatch(execute(listId, { type: 'addComment', taskId, commentId: uuidv7(), text }));

  return (
    <section className={styles['part']}>
      <div className={styles['partHead']}>
        <h3>{t('task.comments')}</h3>
        {comments.length > 0 && <span className={styles['progress']}>{comments.length}</span>}
      </div>
      {comments.length === 0 && !canComment && <p className={styles['quiet']}>{t('task.commentsNone')}</p>}
      <ul className={styles['comments']}>
        {comments.map((comment) => (
          <CommentRow key={comment.commentId} comment={comment} />
        ))}
      </ul>
      {canComment && <CommentForm onSend={onSend} />}
    </section>
  );
}
