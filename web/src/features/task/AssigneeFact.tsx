import Menu from '@mui/material/Menu';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonItem } from '@/features/task/PersonItem';
import { PersonName } from '@/features/task/PersonName';
import styles from '@/features/task/task.module.css';
import { type BoardTask, selectMembers } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';

interface Props {
  listId: string;
  task: BoardTask;
  canEdit: boolean;
}

export function AssigneeFact({ listId, task, canEdit }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const members = useAppSelector((state) => selectMembers(state, listId));
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { taskId, assigneeIds } = task;

  const people = assigneeIds.map((userId) => <PersonName key={userId} userId={userId} />);
  if (!canEdit) return <span className={styles['plain']}>{people.length > 0 ? people : t('task.empty')}</span>;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['fact']}
        data-empty={people.length === 0 || undefined}
        data-testid="task-assignees"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {people.length > 0 ? people : t('task.assigneesAdd')}
      </button>
      <Menu open={isOpen} anchorEl={() => button.current} onClose={() => setOpen(false)}>
        {members.map(({ userId }) => {
          const isAssigned = assigneeIds.includes(userId);
          return (
            <PersonItem
              key={userId}
              userId={userId}
              isChosen={isAssigned}
              onClick={() => dispatch(execute(listId, { type: isAssigned ? 'unassign' : 'assign', taskId, userId }))}
            />
          );
        })}
      </Menu>
    </>
  );
}
