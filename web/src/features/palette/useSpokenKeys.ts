import { useTranslation } from 'react-i18next';
import type { texts } from '@/i18n/en/index';
import { isMac } from '@/lib/keys';

type KeyName = keyof typeof texts.actions.keys;

/** A shortcut as a screen reader is to say it: names instead of signs and codes. */
export function useSpokenKeys(): (keys: string) => string {
  const { t, i18n } = useTranslation();
  const isNamed = (part: string): part is KeyName => i18n.exists(`actions.keys.${part}`);
  const nameOf = (part: string) => {
    if (part === 'Mod' && isMac) return t('actions.keys.Cmd');
    return isNamed(part) ? t(`actions.keys.${part}`) : part.replace(/^(Key|Digit)/, '');
  };
  return (keys) => (keys === 'Shift+Slash' ? t('actions.keys.question') : keys.split('+').map(nameOf).join(' '));
}
