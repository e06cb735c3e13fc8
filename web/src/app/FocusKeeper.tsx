import { useEffect } from 'react';
import { keepFocus } from '@/ui/focusKeeper';

/** Shows nothing: as long as it stands, the focus has a place. Nobody needs it for the first paint. */
export function FocusKeeper() {
  useEffect(() => keepFocus(), []);
  return null;
}
