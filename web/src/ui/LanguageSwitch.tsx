import { changeLanguage, languageNames, languages } from '@/i18n/i18n';
import { useLanguage } from '@/i18n/useLanguage';
import styles from '@/ui/LanguageSwitch.module.css';

/** For people who are not signed in: the languages by their own names. */
export function LanguageSwitch() {
  const current = useLanguage();
  return (
    <div className={styles['switch']}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => void changeLanguage(language)}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
}
