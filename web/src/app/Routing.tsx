import { Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import type { Behind } from '@/app/behind';
import { EntryPage } from '@/app/EntryPage';
import { useProfileLanguage } from '@/app/useProfileLanguage';
import { Waiting } from '@/app/Waiting';
import { useEntrySelector } from '@/state/hooks';
import { selectSession } from '@/state/session';

/** Signed out there are two pages, and each remembers where to go afterwards (`next`); signed in there is the rest. */
export function Routing({ behind: { SignedIn, fetch } }: { behind: Behind }) {
  const { status } = useEntrySelector(selectSession);
  const { pathname, search } = useLocation();
  useProfileLanguage();

  if (status === 'unknown') return <Waiting />;
  if (status === 'signedIn') {
    return (
      <Suspense fallback={<Waiting />}>
        <SignedIn />
      </Suspense>
    );
  }
  const here = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return (
    <Routes>
      <Route path="/sign-in" element={<EntryPage kind="signIn" onTyping={fetch} />} />
      <Route path="/sign-up" element={<EntryPage kind="signUp" onTyping={fetch} />} />
      <Route path="*" element={<Navigate to={`/sign-in${here}`} replace />} />
    </Routes>
  );
}
