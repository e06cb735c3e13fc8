import { useTranslation } from 'react-i18next';
import { type View, views } from '@/app/useViewRoute';
import { Segments } from '@/ui/Segments';

interface Props {
  view: View;
  onView: (view: View) => void;
}

/** The same tasks, seen four ways. */
export function ViewSwitch({ view, onView }: Props) {
  const { t } = useTranslation();
  const segments = views.map((each) => ({
    value: each,
    words: t(`views.${each}`),
    icon: each,
    testId: `view-${each}`,
  }));
  return <Segments label={t('views.label')} segments={segments} value={view} onChange={onView} />;
}
