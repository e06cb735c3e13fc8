// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { Provider } from 'react-redux';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RemoteWords } from '@/app/RemoteWords';
import { turn } from '@/lib/switches';
import { exampleStore, othersChanged } from '@/state/testing/exampleStore';
import { onAnnouncement } from '@/ui/announce';

const said: string[] = [];
let stop = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  said.length = 0;
  stop = onAnnouncement((text) => said.push(text));
});
afterEach(() => {
  stop();
  cleanup();
  vi.useRealTimers();
  localStorage.clear();
});

function othersChange(...bursts: string[][]) {
  const store = exampleStore();
  render(
    <Provider store={store}>
      <RemoteWords listId="list" />
    </Provider>,
  );
  for (const taskIds of bursts) {
    act(() => othersChanged(store, taskIds));
    vi.advanceTimersByTime(500);
  }
  vi.advanceTimersByTime(5_000);
}

test('ABurstIsOneSentence', () => {
  othersChange(['t1'], ['t2'], ['t1']);
  expect(said).toHaveLength(1);
});

test('WhoSwitchedItOffHearsNothing', () => {
  turn('remoteWords', false);
  othersChange(['t1'], ['t2']);
  expect(said).toEqual([]);
});
