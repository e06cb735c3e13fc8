import FormHelperText from '@mui/material/FormHelperText';
import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput';
import { useId } from 'react';
import styles from '@/ui/Field.module.css';

interface Props extends Omit<OutlinedInputProps, 'error' | 'id' | 'label' | 'fullWidth'> {
  label: string;
  error?: string | undefined;
  hint?: string | undefined;
}

/** A labelled input: the label stands above and stays, the error under it is tied to it. */
export function Field({ label, error, hint, inputProps, ...input }: Props) {
  const id = useId();
  const help = error ?? hint;
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <OutlinedInput
        {...input}
        id={id}
        fullWidth
        error={error !== undefined}
        inputProps={{
          ...inputProps,
          'aria-describedby': help ? `${id}-help` : undefined,
          'aria-invalid': error !== undefined,
        }}
      />
      {help && (
        <FormHelperText id={`${id}-help`} error={error !== undefined}>
          {help}
        </FormHelperText>
      )}
    </div>
  );
}
