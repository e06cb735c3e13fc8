import { Navigate, Route, Routes, useLocation, useSearchParams } from 'react-router';
import { EntryPage } from '@/app/EntryPage';
import { ListPage } from '@/app/ListPage';
import { NotFoundPage } from '@/app/NotFoundPage';
import { Shell } from '@/app/Shell';
import { useProfileLanguage } from '@/app/useProfileLanguage';
import { Waiting } from '@/app/Waiting';
import { InboxPage } from '@/features/inbox/InboxPage';
import { HomePage } from '@/features/lists/HomePage';
import { AcceptPage } from '@/features/people/AcceptPage';
import { useAppSelector } from '@/state/hooks';
import { selectSession } from '@/state/session';

/** Signed out there are two pages, and each remembers where to go afterwards (`next`); signed in there is the rest. */
export function Routing() {
  const { status } = useAppSelector(selectSession);
  const { pathname, search } = useLocation();
  const [params] = useSearchParams();
  useProfileLanguage();

  if (status === 'unknown') return <Waiting />;
  if (status === 'signedOut') {
    const here = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return (
      <Routes>
        <Route path="/sign-in" element={<EntryPage kind="signIn" />} />
        <Route path="/sign-up" element={<EntryPage kind="signUp" />} />
        <Route path="*" element={<Navigate to={`/sign-in${here}`} replace />} />
      </Routes>
    );
  }
  const next = <Navigate to={safePath(params.get('next'))} replace />;
  return (
    <Routes>
      <Route path="/sign-in" element={next} />
      <Route path="/sign-up" element={next} />
      <Route element={<Shell />}>
        <Route index element={<HomePage />} />
        <Route path="/inbox" element={<InboxPage />} />
        <Route path="/l/:listId" element={<ListPage />} />
        <Route path="/l/:listId/t/:taskId" element={<ListPage />} />
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
