import { createRoot } from 'react-dom/client';
import { App } from '@/app/App';
import { behind } from '@/app/behind';
import { startLanguage } from '@/i18n/i18n';
import { makeEntry } from '@/state/entry';
import { lastUser } from '@/state/lastUser';
import { restoreSession } from '@/state/session';

const entry = makeEntry();
const parts = behind(entry);
// Whoever was signed in here last most likely still is: fetched while the server is asked.
if (lastUser.read()) parts.fetch();
void entry.store.dispatch(restoreSession());

const root = document.getElementById('root');
if (!root) throw new Error('no #root in index.html');
await startLanguage();
createRoot(root).render(<App store={entry.store} behind={parts} />);
