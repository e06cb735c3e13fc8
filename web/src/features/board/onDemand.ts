import { lazy } from 'react';

// Menus are opened by hand; the board is painted without them.
export const CardMenu = lazy(async () => ({ default: (await import('@/features/board/CardMenu')).CardMenu }));
export const SectionMenu = lazy(async () => ({ default: (await import('@/features/board/SectionMenu')).SectionMenu }));
export const LimitDialog = lazy(async () => ({ default: (await import('@/features/board/LimitDialog')).LimitDialog }));
