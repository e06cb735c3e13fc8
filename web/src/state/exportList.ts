import type { ThunkAction, UnknownAction } from '@reduxjs/toolkit';
import { noticeShown } from '@/state/notices';
import type { Services } from '@/state/services';

/** The list as a file; a refusal is told and answers nothing. */
export function exportList(
  listId: string,
  format: 'csv' | 'markdown' | 'json',
): ThunkAction<Promise<Blob | undefined>, unknown, Services, UnknownAction> {
  return async (dispatch, _, { http }) => {
    const answer = await http.send<Blob>({ path: `/api/lists/${listId}/export?format=${format}`, wants: 'file' });
    if (answer.ok) return answer.value;
    dispatch(noticeShown({ kind: 'warning', code: answer.refusal.code }));
    return undefined;
  };
}
