import { useTranslation } from 'react-i18next';
import type { ImportedList } from '@/contract/rest';
import styles from '@/features/lists/lists.module.css';
import { useRefusalText } from '@/i18n/useRefusalText';

/** What came over and what did not. A reason is one of the import's own, or the code with which the list refused. */
export function ImportReport({ report }: { report: ImportedList['report'] }) {
  const { t, i18n } = useTranslation();
  const imported = Object.entries(report.imported).filter(([, count]) => count > 0);
  const refusal = useRefusalText();
  const kindName = (kind: string) =>
    i18n.exists(`lists.imports.${kind}`) ? t(`lists.imports.${kind as 'tasks'}`) : kind;
  const reasonText = (reason: string) =>
    i18n.exists(`lists.reasons.${reason}`) ? t(`lists.reasons.${reason as 'closed'}`) : refusal({ code: reason });
  return (
    <div className={styles['report']}>
      <h3>{t('lists.importedWhat')}</h3>
      <dl>
        {imported.flatMap(([kind, count]) => [
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
