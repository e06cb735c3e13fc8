import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOn, type Switch, turn } from '@/lib/switches';
import styles from '@/ui/Switches.module.css';

const switches: readonly Switch[] = ['letterKeys', 'remoteWords'];

/** What this device may be asked to leave out. */
export function Switches() {
  const { t } = useTranslation();
  const [on, setOn] = useState(() => switches.filter(isOn));
  return switches.map((name) => (
    <label key={name} className={styles['switch']}>
      <input
        type="checkbox"
        checked={on.includes(name)}
        onChange={() => {
          turn(name, !on.includes(name));
          setOn(switches.filter(isOn));
        }}
      />
      {t(`actions.${name}`)}
    </label>
  ));
}
