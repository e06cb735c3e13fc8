import { lazy, type ReactNode, Suspense } from 'react';
import { Navigate, Route, Routes, useSearchParams } from 'react-router';
import { ListState } from '@/app/ListState';
import { NotFoundPage } from '@/app/NotFoundPage';
import { Shell } from '@/app/Shell';
import { InboxPage } from '@/features/inbox/InboxPage';
import { HomePage } from '@/features/lists/HomePage';
import { AcceptPage } from '@/features/people/AcceptPage';
import { setZone } from '@/lib/zone';
import { useAppSelector } from '@/state/hooks';
import { selectSession } from '@/state/session';

const SearchPage = lazy(async () => ({ default: (await import('@/features/across/SearchPage')).SearchPage }));
const MyTasksPage = lazy(async () => ({ default: (await import('@/features/across/MyTasksPage')).MyTasksPage }));
const SettingsPage = lazy(async () => ({ default: (await import('@/features/settings/SettingsPage')).SettingsPage }));
const ListPage = lazy(async () => ({ default: (await import('@/app/ListPage')).ListPage }));

/** Everything behind the sign-in. The board comes as a chunk of its own, under the same grey bars as its data. */
export function SignedIn() {
  // Before anything below draws a date.
  setZone(useAppSelector(selectSession).user?.timeZone);
  const [params] = useSearchParams();
  const next = <Navigate to={safePath(params.get('next'))} replace />;
  const list = (
    <Suspense fallback={<ListState kind="loading" />}>
      <ListPage />
    </Suspense>
  );
  const onDemand = (page: ReactNode) => <Suspense>{page}</Suspense>;
  return (
    <Routes>
      <Route path="/sign-in" element={next} />
      <Route path="/sign-up" element={next} />
      <Route element={<Shell />}>
        <Route index element={<HomePage />} />
        <Route path="/inbox" element={<InboxPage />} />
        <Route path="/search" element={onDemand(<SearchPage />)} />
        <Route path="/tasks" element={onDemand(<MyTasksPage />)} />
        <Route path="/due" element={onDemand(<MyTasksPage soon />)} />
        <Route path="/settings" element={onDemand(<SettingsPage />)} />
        <Route path="/l/:listId" element={list} />
        <Route path="/l/:listId/t/:taskId" element={list} />
        <Route path="/invite/:token" element={<AcceptPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}

/** Only a path of this site: a link must not send somebody elsewhere after signing in. */
function safePath(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
