import { useTranslation } from 'react-i18next';
import type { ImportedList } from '@/contract/rest';
import styles from '@/features/lists/lists.module.css';

/** What came over and what did not. Kinds are words the server chose; those unknown here are shown as they are. */
export function ImportReport({ report }: { report: ImportedList['report'] }) {
  const { t, i18n } = useTranslation();
  const kindName = (kind: string) =>
    i18n.exists(`lists.imports.${kind}`) ? t(`lists.imports.${kind as 'tasks'}`) : kind;
  const reasonText = (reason: string) =>
    i18n.exists(`lists.reasons.${reason}`) ? t(`lists.reasons.${reason as 'notSupported'}`) : reason;
  return (
    <div className={styles['report']}>
      <h3>{t('lists.importedWhat')}</h3>
      <dl>
        {Object.entries(report.imported).flatMap(([kind, count]) => [
          <dt key={`${kind} name`}>{kindName(kind)}</dt>,
          <dd key={`${kind} count`}>{count}</dd>,
        ])}
      </dl>
      <h3>{t('lists.droppedWhat')}</h3>
      {report.dropped.length === 0 ? (
        <p className={styles['text']}>{t('lists.droppedNothing')}</p>
      ) : (
        <dl>
          {report.dropped.flatMap(({ kind, count, reason }) => [
            <dt key={`${kind} ${reason} name`}>
              {kindName(kind)}
              <span className={styles['reasonText']}>{reasonText(reason)}</span>
            </dt>,
            <dd key={`${kind} ${reason} count`}>{count}</dd>,
          ])}
        </dl>
      )}
    </div>
  );
}
