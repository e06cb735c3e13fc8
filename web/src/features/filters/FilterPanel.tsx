import Popover from '@mui/material/Popover';
import { useTranslation } from 'react-i18next';
import { Choice } from '@/features/filters/Choice';
import styles from '@/features/filters/filters.module.css';
import { SavedViews } from '@/features/filters/SavedViews';
import { dueKinds, type Filter } from '@/lib/filter';
import { selectLabels, selectMembers } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { selectSession } from '@/state/session';
import { LabelChip } from '@/ui/LabelChip';
import { PriorityMark } from '@/ui/PriorityMark';
import { useNames } from '@/ui/people';

interface Props {
  listId: string;
  filter: Filter;
  anchor: HTMLElement | null;
  onChange: (filter: Filter) => void;
  onClose: () => void;
}

const priorities = [1, 2, 3, 4] as const;

/** All conditions on one sheet; each press shows its effect at once. */
export function FilterPanel({ listId, filter, anchor, onChange, onClose }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const members = useAppSelector((state) => selectMembers(state, listId));
  const labels = useAppSelector((state) => selectLabels(state, listId));
  const me = useAppSelector(selectSession).user?.userId;
  const toggled = <T,>(all: readonly T[], one: T) =>
    all.includes(one) ? all.filter((each) => each !== one) : [...all, one];

  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { 'aria-label': t('filter.title'), role: 'dialog' } }}
    >
      <div className={styles['panel']} data-testid="filter-panel">
        <fieldset>
          <legend>{t('task.assignees')}</legend>
          <Choice
            isOn={filter.people.includes('me')}
            onPress={() => onChange({ ...filter, people: toggled(filter.people, 'me') })}
          >
            {t('filter.me')}
          </Choice>
          {members
            .filter(({ userId }) => userId !== me)
            .map(({ userId }) => (
              <Choice
                key={userId}
                isOn={filter.people.includes(userId)}
                onPress={() => onChange({ ...filter, people: toggled(filter.people, userId) })}
              >
                <span dir="auto">{names.get(userId) ?? t('task.former')}</span>
              </Choice>
            ))}
        </fieldset>
        {labels.length > 0 && (
          <fieldset>
            <legend>{t('task.labels')}</legend>
            {labels.map(({ labelId, name, color }) => (
              <Choice
                key={labelId}
                isOn={filter.labelIds.includes(labelId)}
                onPress={() => onChange({ ...filter, labelIds: toggled(filter.labelIds, labelId) })}
              >
                <LabelChip
                  name={name}
                  color={color}
                  fallback={t('task.unnamed', { color: t(`task.colors.${color}`) })}
                />
              </Choice>
            ))}
          </fieldset>
        )}
        <fieldset>
          <legend>{t('task.priority')}</legend>
          {priorities.map((each) => (
            <Choice
              key={each}
              isOn={filter.priorities.includes(each)}
              onPress={() => onChange({ ...filter, priorities: toggled(filter.priorities, each) })}
            >
              <PriorityMark priority={each} />
              {t(`task.priorities.${each}`)}
            </Choice>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('task.due')}</legend>
          {dueKinds.map((kind) => (
            <Choice
              key={kind}
              isOn={filter.due === kind}
              onPress={() => {
                const { due, ...others } = filter;
                onChange(due === kind ? others : { ...others, due: kind });
              }}
            >
              {t(`filter.dueKinds.${kind}`)}
            </Choice>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('board.done')}</legend>
          <Choice isOn={filter.hidesDone} onPress={() => onChange({ ...filter, hidesDone: !filter.hidesDone })}>
            {t('filter.hideDone')}
          </Choice>
        </fieldset>
        <SavedViews listId={listId} />
      </div>
    </Popover>
  );
}
