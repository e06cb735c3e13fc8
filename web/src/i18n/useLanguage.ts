import { useTranslation } from 'react-i18next';
import { isLanguage } from '@/i18n/i18n';

export function useLanguage(): string {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
}
