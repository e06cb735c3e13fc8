import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { texts } from '@/i18n/en/index';

export interface Refused {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

type Code = keyof typeof texts.codes;
type RoleName = keyof typeof texts.people.roles;

/** Turns a code from the server into words. A code nobody knows is shown as it is, so that it can be reported. */
export function useRefusalText(): (refused: Refused) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    ({ code, params }) => {
      const isKnown = (value: string): value is Code =>
        i18n.exists(`codes.${value}`, { count: Number(params?.['count'] ?? 0) });
      const isRole = (value: unknown): value is RoleName =>
        typeof value === 'string' && i18n.exists(`people.roles.${value}`);
      if (!isKnown(code)) return t('codes.unknown', { code });
      const role = params?.['role'];
      const words = isRole(role) ? { ...params, role: t(`people.roles.${role}`) } : params;
      return t(`codes.${code}`, { field: '', max: '', min: '', role: '', code, ...words });
    },
    [t, i18n],
  );
}
