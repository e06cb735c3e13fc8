import { Provider } from 'react-redux';
import { BrowserRouter } from 'react-router';
import { ErrorBoundary } from '@/app/ErrorBoundary';
import { Routing } from '@/app/Routing';
import { ThemeRoot } from '@/app/ThemeRoot';
import type { AppStore } from '@/state/store';
import { Announcer } from '@/ui/Announcer';
import '@/ui/base.css';
import '@/ui/motion.css';
import '@/ui/tones.css';

export function App({ store }: { store: AppStore }) {
  return (
    <Provider store={store}>
      <ThemeRoot>
        <ErrorBoundary>
          <BrowserRouter>
            <Routing />
          </BrowserRouter>
          <Announcer />
        </ErrorBoundary>
      </ThemeRoot>
    </Provider>
  );
}
