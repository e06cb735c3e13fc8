import type { Ref } from 'react';
import styles from '@/ui/dnd/dnd.module.css';

/** The one line that shows where a drop would land; useDropList moves it. */
export function DropLine({ axis, ref }: { axis: 'x' | 'y'; ref: Ref<HTMLDivElement> }) {
  return <div ref={ref} className={axis === 'x' ? styles['lineX'] : styles['lineY']} aria-hidden="true" />;
}
