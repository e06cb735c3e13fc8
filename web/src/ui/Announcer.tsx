import { useEffect, useState } from 'react';
import { onAnnouncement } from '@/ui/announce';

/** Two alternating regions: the same sentence twice in a row is still spoken twice. */
export function Announcer() {
  const [spoken, setSpoken] = useState({ turn: 0, text: '' });
  useEffect(() => onAnnouncement((text) => setSpoken((last) => ({ turn: 1 - last.turn, text }))), []);
  return (
    <div className="visuallyHidden" aria-live="polite" data-testid="announcer">
      <p>{spoken.turn === 0 ? spoken.text : ''}</p>
      <p>{spoken.turn === 1 ? spoken.text : ''}</p>
    </div>
  );
}
