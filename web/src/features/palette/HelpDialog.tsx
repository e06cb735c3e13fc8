import { useTranslation } from 'react-i18next';
import styles from '@/features/palette/palette.module.css';
import { useSpokenKeys } from '@/features/palette/useSpokenKeys';
import { AppDialog } from '@/ui/AppDialog';
import type { Action, TaskAction } from '@/ui/actions';
import { Keys } from '@/ui/Keys';
import { Switches } from '@/ui/Switches';

interface Props {
  actions: readonly Action[];
  taskActions: readonly TaskAction[];
  onClose: () => void;
}

/** All keys of the page, made from the same list that the keys themselves come from. */
export function HelpDialog({ actions, taskActions, onClose }: Props) {
  const { t } = useTranslation();
  const spoken = useSpokenKeys();
  const walking = [
    { id: 'walk', words: t('actions.walk'), keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
    { id: 'carry', words: t('actions.carry'), keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
    { id: 'range', words: t('actions.range'), keys: ['Shift+ArrowDown'] },
  ];
  const groups = [
    { title: t('actions.onBoard'), rows: [...walking, ...actions] },
    { title: t('actions.onTask'), rows: taskActions },
  ];
  return (
    <AppDialog title={t('actions.help')} closeLabel={t('shell.close')} onClose={onClose} testId="help" width="sm">
      <div className={styles['help']}>
        {groups.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows
                .filter((row) => row.keys)
                .map(({ id, words, keys = [] }) => (
                  <div key={id}>
                    <dt>{words}</dt>
                    <dd>
                      {keys.map((each) => (
                        <Keys key={each} keys={each} />
                      ))}
                      <span className="visuallyHidden">{keys.map(spoken).join(', ')}</span>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <Switches />
      </div>
    </AppDialog>
  );
}
