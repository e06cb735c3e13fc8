import 'i18next';
import type { texts } from '@/i18n/en/index';

// Keys are typed from English; a key that is not there does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof texts };
  }
}
