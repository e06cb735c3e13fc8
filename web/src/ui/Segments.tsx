import { Icon, type IconName } from '@/ui/Icon';
import styles from '@/ui/Segments.module.css';

interface Segment<T extends string> {
  readonly value: T;
  readonly words: string;
  /** Shown in place of the words, which become its name. */
  readonly icon?: IconName;
  readonly testId?: string;
}

interface Props<T extends string> {
  label: string;
  segments: readonly Segment<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** A few choices side by side, one of them taken. */
export function Segments<T extends string>({ label, segments, value, onChange }: Props<T>) {
  return (
    <fieldset className={styles['segments']} aria-label={label}>
      {segments.map((each) => (
        <button
          key={each.value}
          type="button"
          aria-pressed={each.value === value}
          aria-label={each.icon && each.words}
          title={each.icon && each.words}
          data-icon={each.icon}
          data-testid={each.testId}
          onClick={() => onChange(each.value)}
        >
          {each.icon ? <Icon name={each.icon} size={16} /> : each.words}
        </button>
      ))}
    </fieldset>
  );
}
