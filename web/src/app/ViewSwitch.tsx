import { useTranslation } from 'react-i18next';
import styles from '@/app/ListBar.module.css';
import { type View, views } from '@/app/useViewRoute';
import { Icon } from '@/ui/Icon';

interface Props {
  view: View;
  onView: (view: View) => void;
}

const icons = { board: 'board', list: 'list', table: 'table', calendar: 'calendar' } as const;

/** The same tasks, seen four ways. */
export function ViewSwitch({ view, onView }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles['views']} aria-label={t('views.label')}>
      {views.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === view}
          aria-label={t(`views.${each}`)}
          title={t(`views.${each}`)}
          data-testid={`view-${each}`}
          onClick={() => onView(each)}
        >
          <Icon name={icons[each]} size={16} />
        </button>
      ))}
    </fieldset>
  );
}
