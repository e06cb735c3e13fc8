import { type Ref, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LimitDialog, SectionMenu } from '@/features/board/onDemand';
import styles from '@/features/board/Section.module.css';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { IconAction } from '@/ui/IconAction';
import { InlineEdit } from '@/ui/InlineEdit';

interface Props {
  ref: Ref<HTMLElement>;
  listId: string;
  sectionId: string;
  name: string;
  headingId: string;
  /** All its tasks, and those the filter lets through. */
  count: number;
  shown: number;
  limit: number | undefined;
  canEdit: boolean;
  onAdd: () => void;
}

export function SectionHead({ ref, listId, sectionId, name, headingId, count, shown, limit, canEdit, onAdd }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [isRenaming, setRenaming] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const [isLimiting, setLimiting] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);

  const isOver = limit !== undefined && count > limit;
  const onName = (next: string) => dispatch(execute(listId, { type: 'renameSection', sectionId, name: next }));

  return (
    <header ref={ref} className={styles['head']} data-draggable={canEdit || undefined}>
      {isRenaming ? (
        <InlineEdit
          className={styles['nameEdit']}
          value={name}
          label={t('board.sectionName')}
          maxLength={256}
          onSave={onName}
          onDone={() => setRenaming(false)}
        />
      ) : (
        // A double press is a shortcut for the mouse; the menu holds the same for everybody.
        <h2 id={headingId} className={styles['name']} dir="auto" onDoubleClick={() => canEdit && setRenaming(true)}>
          {name}
        </h2>
      )}
      <span
        className={styles['count']}
        data-over={isOver || undefined}
        title={isOver ? t('board.overLimit') : undefined}
      >
        <span aria-hidden="true">
          {shown === count ? count : t('board.shownOf', { shown, count })}
          {limit !== undefined && ` / ${limit}`}
        </span>
        <span className="visuallyHidden">
          {t('board.tasks', { count })}
          {shown !== count && `, ${t('board.shownOf', { shown, count })}`}
          {limit !== undefined && `, ${t('board.limitIs', { limit })}`}
          {isOver && `, ${t('board.overLimit')}`}
        </span>
      </span>
      {canEdit && !isRenaming && (
        <>
          <IconAction icon="add" size="small" label={t('board.addTaskTo', { section: name })} onClick={onAdd} />
          <IconAction
            ref={menuButton}
            icon="more"
            size="small"
            label={t('board.sectionMenu', { section: name })}
            aria-haspopup="menu"
            aria-expanded={isMenuOpen}
            onClick={() => setMenuOpen(true)}
          />
        </>
      )}
      <Suspense>
        {isMenuOpen && (
          <SectionMenu
            listId={listId}
            sectionId={sectionId}
            name={name}
            count={count}
            limit={limit}
            anchor={menuButton.current}
            onClose={() => setMenuOpen(false)}
            onRename={() => setRenaming(true)}
            onLimit={() => setLimiting(true)}
          />
        )}
        {isLimiting && (
          <LimitDialog
            listId={listId}
            sectionId={sectionId}
            name={name}
            limit={limit}
            onClose={() => setLimiting(false)}
          />
        )}
      </Suspense>
    </header>
  );
}
