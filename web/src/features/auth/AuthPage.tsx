import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/auth/auth.module.css';
import { LanguageSwitch } from '@/ui/LanguageSwitch';
import { Logo } from '@/ui/Logo';

interface Props {
  title: string;
  /** Why somebody is asked to sign in, when they came from an invitation. */
  reason?: string | undefined;
  children: ReactNode;
  footer: ReactNode;
}

export function AuthPage({ title, reason, children, footer }: Props) {
  const { t } = useTranslation();
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <Logo />
        <h1 className={styles['title']}>{title}</h1>
        <p className={styles['reason']}>{reason ?? t('auth.pitch')}</p>
        {children}
        <p className={styles['footer']}>{footer}</p>
      </div>
      <LanguageSwitch />
    </main>
  );
}
