import { useTranslation } from 'react-i18next';

const pauses = ['byOwner', 'accessLost', 'gone', 'tooManyFailures', 'secretLost'] as const;
const errors = ['redirect', 'timeout', 'unreachable', 'addressNotAllowed'] as const;

/** The server's reasons in words; one that is not known here stays as it came. */
export function useReasonWords() {
  const { t } = useTranslation();
  return {
    ofPause: (reason = '') => {
      const known = pauses.find((each) => each === reason);
      return known ? t(`webhooks.reasons.${known}`) : reason;
    },
    ofError: (error = '') => {
      const known = errors.find((each) => each === error);
      if (known) return t(`webhooks.errors.${known}`);
      return error.startsWith('http') ? t('webhooks.errors.http', { status: error.slice('http'.length) }) : error;
    },
  };
}
