import { useEffect, useState } from 'react';
import { useLanguage } from '@/i18n/useLanguage';
import { readTime } from '@/lib/timeText';

interface Props {
  label: string;
  /** "18:30", or empty. */
  value: string;
  onChange: (value: string) => void;
}

/** A time as it is written in the app's language: the browser's own field speaks that of the browser. */
export function TimeInput({ label, value, onChange }: Props) {
  const language = useLanguage();
  const shown = value === '' ? '' : shownTime(language, value);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const read = readTime(text);

  const take = () => {
    if (read === undefined) setText(shown);
    else if (read !== value) onChange(read);
    else setText(shown);
  };
  return (
    <label>
      {label}
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        size={8}
        value={text}
        placeholder={shownTime(language, '18:00')}
        aria-invalid={read === undefined || undefined}
        data-testid="time"
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </label>
  );
}

function shownTime(language: string, time: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(`2000-01-01T${time}`));
}
