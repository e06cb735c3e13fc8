import { useEffect } from 'react';
import { changeLanguage, isLanguage } from '@/i18n/i18n';
import { useEntrySelector } from '@/state/hooks';
import { selectSession } from '@/state/session';

/** Signing in brings the language the person once chose, on whatever device. */
export function useProfileLanguage(): void {
  const { user } = useEntrySelector(selectSession);
  const language = user?.language;
  useEffect(() => {
    if (isLanguage(language)) void changeLanguage(language);
  }, [language]);
}
