import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskComment } from '@/contract/snapshot';
import { CommentForm } from '@/features/task/comments/CommentForm';
import styles from '@/features/task/comments/comments.module.css';
import { formatDay, formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { execute } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { selectSession } from '@/state/session';
import { Avatar } from '@/ui/Avatar';
import { IconAction } from '@/ui/IconAction';
import { Markdown } from '@/ui/Markdown';
import { useNames, usePersonName } from '@/ui/people';
import { useNow } from '@/ui/useNow';

interface Props {
  listId: string;
  taskId: string;
  comment: TaskComment;
  canComment: boolean;
  canEdit: boolean;
}

/** An imported comment keeps its author's name and time as text; nobody here wrote it. */
export function CommentRow({ listId, taskId, comment, canComment, canEdit }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useAppDispatch();
  const now = useNow();
  const names = useNames();
  const known = usePersonName(comment.authorId);
  const me = useAppSelector(selectSession).user?.userId;
  const [isEditing, setEditing] = useState(false);

  const { commentId, text, editedAt, mentions = [] } = comment;
  const author = comment.importedAuthor ?? known ?? (known === null ? t('task.former') : '…');
  const at = comment.importedAt ?? comment.at;
  const isMine = comment.authorId === me && comment.importedAuthor === undefined;
  return (
    <li data-testid="comment-row">
      <Avatar id={comment.importedAuthor ?? comment.authorId ?? ''} name={author} decorative />
      <div className={styles['body']}>
        <p className={styles['head']}>
          <span dir="auto">{author}</span>
          <time dateTime={at} title={formatMoment(language, at)}>
            {formatDay(language, at, now)}
          </time>
          {editedAt && <span title={formatMoment(language, editedAt)}>{t('task.commentEdited')}</span>}
          {comment.importedAuthor && <span>{t('task.commentImported')}</span>}
          <span className={styles['actions']}>
            {isMine && canComment && !isEditing && (
              <IconAction
                icon="edit"
                size="small"
                iconSize={14}
                label={t('task.commentEdit')}
                onClick={() => setEditing(true)}
              />
            )}
            {(isMine ? canComment : canEdit) && (
              <IconAction
                icon="trash"
                size="small"
                iconSize={14}
                label={t('task.commentDelete')}
                onClick={() => dispatch(execute(listId, { type: 'deleteComment', taskId, commentId }))}
              />
            )}
          </span>
        </p>
        {isEditing ? (
          <CommentForm
            listId={listId}
            place={`comment ${commentId}`}
            initial={text}
            action={t('shell.save')}
            onSend={(next, more) => {
              setEditing(false);
              if (next !== text)
                dispatch(execute(listId, { type: 'editComment', taskId, commentId, text: next, ...more }));
            }}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <Markdown text={text} mentioned={mentions.flatMap((id) => names.get(id) ?? [])} />
        )}
      </div>
    </li>
  );
}
