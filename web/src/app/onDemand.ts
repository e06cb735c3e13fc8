import { lazy } from 'react';

// None of these is needed to paint the board: each comes when it is first asked for.
export const TaskPanel = lazy(async () => ({ default: (await import('@/features/task/TaskPanel')).TaskPanel }));
export const History = lazy(async () => ({ default: (await import('@/features/history/History')).History }));
export const Palette = lazy(async () => ({ default: (await import('@/features/palette/Palette')).Palette }));
export const HelpDialog = lazy(async () => ({ default: (await import('@/features/palette/HelpDialog')).HelpDialog }));
export const MoveDialog = lazy(async () => ({ default: (await import('@/features/move/MoveDialog')).MoveDialog }));
export const TransferDialog = lazy(async () => ({
  default: (await import('@/features/move/TransferDialog')).TransferDialog,
}));
export const SelectionBar = lazy(async () => ({
  default: (await import('@/features/selection/SelectionBar')).SelectionBar,
}));
export const MembersDialog = lazy(async () => ({
  default: (await import('@/features/people/MembersDialog')).MembersDialog,
}));
export const ShareDialog = lazy(async () => ({ default: (await import('@/features/people/ShareDialog')).ShareDialog }));
export const ListMenu = lazy(async () => ({ default: (await import('@/features/lists/ListMenu')).ListMenu }));
export const HistoryDrawer = lazy(async () => ({
  default: (await import('@/features/history/HistoryDrawer')).HistoryDrawer,
}));
export const WebhooksDialog = lazy(async () => ({
  default: (await import('@/features/webhooks/WebhooksDialog')).WebhooksDialog,
}));
export const ConflictStrip = lazy(async () => ({
  default: (await import('@/features/conflicts/ConflictStrip')).ConflictStrip,
}));
export const PastBar = lazy(async () => ({ default: (await import('@/features/history/PastBar')).PastBar }));
export const ListView = lazy(async () => ({ default: (await import('@/features/views/ListView')).ListView }));
export const TableView = lazy(async () => ({ default: (await import('@/features/views/TableView')).TableView }));
export const CalendarView = lazy(async () => ({
  default: (await import('@/features/views/CalendarView')).CalendarView,
}));
