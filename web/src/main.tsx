import { createRoot } from 'react-dom/client';
import { App } from '@/app/App';
import { startLanguage } from '@/i18n/i18n';
import { restoreSession } from '@/state/session';
import { startEngine } from '@/state/startEngine';
import { makeStore } from '@/state/store';

const store = makeStore();
startEngine(store);
void store.dispatch(restoreSession());

const root = document.getElementById('root');
if (!root) throw new Error('no #root in index.html');
await startLanguage();
createRoot(root).render(<App store={store} />);
