import { Provider } from 'react-redux';
import { BrowserRouter } from 'react-router';
import type { Behind } from '@/app/behind';
import { ErrorBoundary } from '@/app/ErrorBoundary';
import { Routing } from '@/app/Routing';
import { ThemeRoot } from '@/app/ThemeRoot';
import type { Entry } from '@/state/entry';
import { Announcer } from '@/ui/Announcer';
import '@/ui/base.css';
import '@/ui/motion.css';
import '@/ui/tones.css';

interface Props {
  store: Entry['store'];
  behind: Behind;
}

export function App({ store, behind }: Props) {
  return (
    <Provider store={store}>
      <ThemeRoot>
        <ErrorBoundary>
          <BrowserRouter>
            <Routing behind={behind} />
          </BrowserRouter>
          <Announcer />
        </ErrorBoundary>
      </ThemeRoot>
    </Provider>
  );
}
