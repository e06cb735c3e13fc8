import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';
import { EmptyState } from '@/ui/EmptyState';

interface State {
  hasFailed: boolean;
}

/** The last net: a bug in a screen must not leave a white page. What was saved is safe on the server. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <main>
            <EmptyState icon="alert" title={t('shell.crashTitle')} text={t('shell.crashText')}>
              <Button variant="contained" onClick={() => location.reload()}>
                {t('shell.reload')}
              </Button>
            </EmptyState>
          </main>
        )}
      </Translation>
    );
  }
}
