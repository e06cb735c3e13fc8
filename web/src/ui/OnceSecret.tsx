import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useRef, useState } from 'react';
import { Icon } from '@/ui/Icon';
import styles from '@/ui/OnceSecret.module.css';

interface Props {
  value: string;
  label: string;
  /** What it is, and that it is not shown again. */
  words: string;
  copyWords: string;
  copiedWords: string;
  testId: string;
}

/** A text that the server shows once: to be copied now. */
export function OnceSecret({ value, label, words, copyWords, copiedWords, testId }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // No clipboard over plain http: the text is selected, one key away.
    }
  };

  return (
    <div className={styles['ready']}>
      <p role="status">{isCopied ? copiedWords : words}</p>
      <div className={styles['row']}>
        <OutlinedInput
          inputRef={input}
          value={value}
          readOnly
          fullWidth
          onFocus={(event) => event.target.select()}
          inputProps={{ 'aria-label': label, 'data-testid': testId }}
        />
        <Button
          variant="outlined"
          // The next thing to do, and the button that made it may be waiting for a new name.
          autoFocus
          startIcon={<Icon name={isCopied ? 'check' : 'copy'} />}
          onClick={() => void copy()}
        >
          {copyWords}
        </Button>
      </div>
    </div>
  );
}
