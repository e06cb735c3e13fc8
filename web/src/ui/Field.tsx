import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from '@/ui/Field.module.css';

interface Props extends Omit<ComponentProps<'input'>, 'id'> {
  label: string;
  error?: string | undefined;
  hint?: string | undefined;
  /** Stands in the box behind the text. */
  end?: ReactNode;
}

/**
 * A labelled input: the label stands above and stays, the error under it is tied to it. A plain input, for the component
 * library's is 7 KB that the sign-in would wait for.
 */
export function Field({ label, error, hint, end, ...input }: Props) {
  const id = useId();
  const help = error ?? hint;
  const isWrong = error !== undefined;
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <div className={styles['box']} data-wrong={isWrong || undefined}>
        <input {...input} id={id} aria-describedby={help ? `${id}-help` : undefined} aria-invalid={isWrong} />
        {end}
      </div>
      {help && (
        <p className={styles['help']} id={`${id}-help`} data-wrong={isWrong || undefined}>
          {help}
        </p>
      )}
    </div>
  );
}
