import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { pseudo, pseudoTag } from '@/i18n/pseudo';

interface Folder {
  readonly texts: object;
  readonly components: object;
}

// A folder is a language: whoever adds one adds nothing here. Only the names are in the first chunk.
const named = import.meta.glob<{ readonly name: string }>('./*/language.json', { eager: true, import: 'default' });
const folders = import.meta.glob<Folder>('./*/index.ts');
const tagOf = (path: string) => path.split('/')[1] ?? '';

/** Each language's own name for itself: whoever landed in a foreign one must find the way back. */
export const languageNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(named).map(([path, { name }]) => [tagOf(path), name]),
);
export const languages: readonly string[] = Object.keys(languageNames);

const key = 'tasklist.language';
const components = new Map<string, object>();

export function isLanguage(value: string | null | undefined): value is string {
  return value != null && languages.includes(value);
}

/** The component library's own words in a language that has been loaded. */
export function componentTexts(language: string): object {
  return components.get(language) ?? {};
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

export async function changeLanguage(language: string): Promise<void> {
  // Who tests the screens in the pseudo-language stays in it, whatever the profile says.
  if (i18next.language === pseudoTag) return;
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await load(language));
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  storeChoice(language);
}

async function load(language: string): Promise<object> {
  const folder = await folders[`./${language === pseudoTag ? 'en' : language}/index.ts`]?.();
  if (!folder) throw new Error(`no such language: ${language}`);
  components.set(language, folder.components);
  return language === pseudoTag ? pseudo(folder.texts) : folder.texts;
}

function readChoice(): string {
  const choice = stored();
  if (choice === pseudoTag) return choice;
  return [choice, ...navigator.languages.map((tag) => tag.slice(0, 2))].find(isLanguage) ?? 'en';
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function storeChoice(language: string): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Private mode: the choice lasts as long as the page.
  }
}
