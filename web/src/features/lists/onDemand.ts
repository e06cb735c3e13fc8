import { lazy } from 'react';

export const NewListDialog = lazy(async () => ({
  default: (await import('@/features/lists/NewListDialog')).NewListDialog,
}));
export const ImportDialog = lazy(async () => ({
  default: (await import('@/features/lists/ImportDialog')).ImportDialog,
}));
