import Divider from '@mui/material/Divider';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '@/features/profile/profile.module.css';
import { changeLanguage, languageNames, languages } from '@/i18n/i18n';
import { useLanguage } from '@/i18n/useLanguage';
import { useAppDispatch } from '@/state/hooks';
import { updateMe } from '@/state/session';
import { Icon } from '@/ui/Icon';

const modes = [
  { mode: 'system', icon: 'monitor', key: 'shell.themeSystem' },
  { mode: 'light', icon: 'sun', key: 'shell.themeLight' },
  { mode: 'dark', icon: 'moon', key: 'shell.themeDark' },
] as const;

interface Props {
  email: string;
  onDone: () => void;
  onName: () => void;
  onSignOut: () => void;
}

export function ProfileItems({ email, onDone, onName, onSignOut }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const current = useLanguage();
  const { mode: chosen, setMode } = useColorScheme();

  const onLanguage = (language: string) => {
    void changeLanguage(language);
    void dispatch(updateMe({ language }));
    onDone();
  };

  return (
    <>
      <li className={styles['email']} role="presentation" translate="no">
        {email}
      </li>
      <MenuItem onClick={onName}>
        <Icon name="person" />
        {t('shell.changeName')}
      </MenuItem>
      <Divider role="presentation" />
      <li className={styles['group']} role="presentation">
        {t('shell.language')}
      </li>
      {languages.map((language) => (
        <MenuItem
          key={language}
          role="menuitemradio"
          aria-checked={language === current}
          lang={language}
          onClick={() => onLanguage(language)}
        >
          <Icon name="globe" />
          <span className={styles['item']}>{languageNames[language]}</span>
          {language === current && <Icon name="check" size={16} />}
        </MenuItem>
      ))}
      <li className={styles['group']} role="presentation">
        {t('shell.theme')}
      </li>
      {modes.map(({ mode, icon, key }) => (
        <MenuItem key={mode} role="menuitemradio" aria-checked={mode === chosen} onClick={() => setMode(mode)}>
          <Icon name={icon} />
          <span className={styles['item']}>{t(key)}</span>
          {mode === chosen && <Icon name="check" size={16} />}
        </MenuItem>
      ))}
      <Divider role="presentation" />
      <MenuItem component={Link} to="/settings" onClick={onDone}>
        <Icon name="settings" />
        {t('shell.settings')}
      </MenuItem>
      <MenuItem onClick={onSignOut}>
        <Icon name="leave" />
        {t('shell.signOut')}
      </MenuItem>
    </>
  );
}
