import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

const key = 'tasklist.language';

/** Each language's own name for itself: whoever landed in a foreign one must find the way back. */
export const languageNames: Record<Language, string> = { en: 'English', ru: 'Русский' };

export function isLanguage(value: string | null | undefined): value is Language {
  return languages.some((language) => language === value);
}

/** Loads the one language that is needed and gets i18next ready; call before the first render. */
export async function startLanguage(): Promise<void> {
  const language = readChoice();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await load(language) } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await load(language));
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  storeChoice(language);
}

async function load(language: Language): Promise<object> {
  return language === 'ru' ? (await import('@/i18n/ru/index')).ru : (await import('@/i18n/en/index')).en;
}

function readChoice(): Language {
  const wanted = [stored(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find(isLanguage) ?? 'en';
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function storeChoice(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Private mode: the choice lasts as long as the page.
  }
}
