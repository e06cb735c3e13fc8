import { Suspense } from 'react';
import { CalendarView, ListView, TableView } from '@/app/onDemand';
import type { useViewRoute } from '@/app/useViewRoute';
import { Board } from '@/features/board/Board';
import type { BoardProps } from '@/features/board/boardCommands';

interface Props extends BoardProps {
  canEdit: boolean;
  route: ReturnType<typeof useViewRoute>;
}

/** The same tasks in the view the address names. */
export function ListViews({ canEdit, route, ...board }: Props) {
  const { listId, openTaskId, onOpen } = board;
  const view = { listId, openTaskId, canEdit, onOpen };
  if (route.view === 'board') return <Board {...board} />;
  return (
    <Suspense>
      {route.view === 'list' && <ListView {...view} sort={route.sort} onSort={route.setSort} />}
      {route.view === 'table' && <TableView {...view} sort={route.sort} onSort={route.setSort} />}
      {route.view === 'calendar' && <CalendarView {...view} day={route.day} span={route.span} onShow={route.showDay} />}
    </Suspense>
  );
}
