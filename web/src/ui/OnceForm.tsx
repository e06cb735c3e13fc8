import Button from '@mui/material/Button';
import type { FormEvent, ReactNode } from 'react';
import { type Refused, useRefusalText } from '@/i18n/useRefusalText';
import styles from '@/ui/OnceForm.module.css';
import { OnceSecret } from '@/ui/OnceSecret';

interface Props {
  children: ReactNode;
  action: string;
  isReady: boolean;
  isSending: boolean;
  /** How the server refused, if it did. */
  error: unknown;
  /** What came of it, shown this once. */
  made: (Parameters<typeof OnceSecret>[0] & { readonly id: string }) | undefined;
  onSubmit: () => Promise<void>;
}

/** Makes something whose secret is shown once: the fields, the press, and what came of it. */
export function OnceForm({ children, action, isReady, isSending, error, made, onSubmit }: Props) {
  const text = useRefusalText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSubmit();
  };
  return (
    <>
      <form className={styles['form']} onSubmit={submit}>
        {children}
        <Button type="submit" variant="contained" loading={isSending} disabled={!isReady}>
          {action}
        </Button>
      </form>
      {error !== undefined && (
        <p className={styles['problem']} role="alert">
          {text(error as Refused)}
        </p>
      )}
      {made && <OnceSecret key={made.id} {...made} />}
    </>
  );
}
