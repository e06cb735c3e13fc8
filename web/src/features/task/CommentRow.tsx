import { useTranslation } from 'react-i18next';
import type { TaskComment } from '@/contract/snapshot';
import styles from '@/features/task/task.module.css';
import { formatDay, formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { Avatar } from '@/ui/Avatar';
import { usePersonName } from '@/ui/people';
import { useNow } from '@/ui/useNow';

/** An imported comment keeps its author's name and time as text; nobody here wrote it. */
export function CommentRow({ comment }: { comment: TaskComment }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const known = usePersonName(comment.authorId);
  const author = comment.importedAuthor ?? known ?? (known === null ? t('task.former') : '…');
  const at = comment.importedAt ?? comment.at;
  return (
    <li>
      <Avatar id={comment.importedAuthor ?? comment.authorId ?? ''} name={author} decorative />
      <div className={styles['commentBody']}>
        <p className={styles['commentHead']}>
          <span dir="auto">{author}</span>
          <time dateTime={at} title={formatMoment(language, at)}>
            {formatDay(language, at, now)}
          </time>
          {comment.importedAuthor && <span>{t('task.commentImported')}</span>}
        </p>
        <p className={styles['text']} dir="auto">
          {comment.text}
        </p>
      </div>
    </li>
  );
}
