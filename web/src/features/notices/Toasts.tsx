import styles from '@/features/notices/notices.module.css';
import { Toast } from '@/features/notices/Toast';
import { useAppSelector } from '@/state/hooks';
import { selectNotices } from '@/state/notices';

/** What has to be said once, at the foot of the screen; the newest stands lowest. */
export function Toasts() {
  const notices = useAppSelector(selectNotices);
  return (
    <ul className={styles['toasts']} aria-live="polite" data-testid="toasts">
      {notices.map((notice) => (
        <Toast key={notice.noticeId} notice={notice} />
      ))}
    </ul>
  );
}
