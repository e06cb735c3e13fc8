import { exportList } from '@/state/exportList';
import { useAppDispatch } from '@/state/hooks';

const endings = { csv: 'csv', markdown: 'md', json: 'json' } as const;

/** Fetches the list as a file and hands it to the browser to keep. */
export function useExport(listId: string, name: string): (format: keyof typeof endings) => Promise<void> {
  const dispatch = useAppDispatch();
  return async (format) => {
    const file = await dispatch(exportList(listId, format));
    if (!file) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${name.replace(/[\\/:*?"<>|]/g, ' ').trim() || 'list'}.${endings[format]}`;
    link.click();
    // The browser has taken it once the click is through.
    setTimeout(() => URL.revokeObjectURL(link.href));
  };
}
