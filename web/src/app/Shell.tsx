import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { Rail } from '@/app/Rail';
import styles from '@/app/Shell.module.css';
import { ConnectionBanner } from '@/features/connection/ConnectionBanner';
import { Toasts } from '@/features/notices/Toasts';
import { second } from '@/lib/time';
import { IconAction } from '@/ui/IconAction';
import { Logo } from '@/ui/Logo';

const FocusKeeper = lazy(async () => {
  const part = await import('@/app/FocusKeeper').catch(() => undefined);
  return { default: part?.FocusKeeper ?? Nothing };
});
const NewVersion = lazy(async () => {
  // Keeping the app on the device must not compete with the first paint, and in development there is nothing to keep.
  await new Promise((resolve) => (import.meta.env.PROD ? setTimeout(resolve, 3 * second) : undefined));
  // Cut off in these seconds, the page goes on without the notice.
  const part = await import('@/features/newVersion/NewVersion').catch(() => undefined);
  return { default: part?.NewVersion ?? Nothing };
});

function Nothing() {
  return null;
}

/** Navigation at the left, the content beside it; on a phone the navigation slides over. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  // Going somewhere is what the open navigation was for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the trigger, not an input.
  useEffect(() => setOpen(false), [pathname]);

  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#content">
        {t('shell.skip')}
      </a>
      <Rail isOpen={isOpen} onClose={() => setOpen(false)} />
      {isOpen && <div className={styles['scrim']} onPointerDown={() => setOpen(false)} />}
      <div className={styles['side']}>
        <div className={styles['phoneBar']}>
          <IconAction icon="menu" label={t('shell.showRail')} aria-expanded={isOpen} onClick={() => setOpen(true)} />
          <Logo />
        </div>
        <ConnectionBanner />
        <main id="content" className={styles['content']} aria-label={t('shell.main')} tabIndex={-1} data-testid="main">
          <Outlet />
        </main>
      </div>
      <Toasts />
      <Suspense>
        <FocusKeeper />
      </Suspense>
      <Suspense>
        <NewVersion />
      </Suspense>
    </div>
  );
}
