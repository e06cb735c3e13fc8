// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Provider } from 'react-redux';
import { afterEach, expect, test, vi } from 'vitest';
import { useTaskActions } from '@/app/useTaskActions';
import { selectNotices } from '@/state/notices';
import { exampleStore, transferStarted } from '@/state/testing/exampleStore';

afterEach(cleanup);

const onlyLooks = ['open', 'copyLink', 'select', 'selectSection', 'deselect'];

test('EveryKeyThatChangesAFrozenTaskAnswersAtOnceAndChangesOnlyTheOthers', () => {
  const store = exampleStore(transferStarted);
  const deeds = { open: vi.fn(), editTitle: vi.fn(), move: vi.fn(), transfer: vi.fn(), remove: vi.fn() };
  const wrapper = ({ children }: { children: ReactNode }) => <Provider store={store}>{children}</Provider>;
  const { result } = renderHook(() => useTaskActions('list', true, deeds), { wrapper });

  const changing = result.current.filter(({ id }) => !onlyLooks.includes(id));
  expect(changing.length).toBeGreaterThan(10);
  for (const action of changing) {
    action.run(['t1']);
    expect(selectNotices(store.getState()).at(-1)?.code, action.id).toBe('taskInTransfer');
  }
  for (const deed of Object.values(deeds)) expect(deed).not.toHaveBeenCalled();

  result.current.find(({ id }) => id === 'move')?.run(['t1', 't2']);
  expect(deeds.move).toHaveBeenCalledExactlyOnceWith(['t2']);
});
