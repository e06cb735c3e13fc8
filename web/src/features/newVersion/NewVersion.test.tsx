// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Provider } from 'react-redux';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NewVersion } from '@/features/newVersion/NewVersion';
import { wholeStore } from '@/state/testing/wholeStore';

const worker = Object.assign(new EventTarget(), {
  startMessages: () => {},
  register: () => Promise.resolve({ update: async () => {} }),
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { serviceWorker: worker }));
  document.head.innerHTML = '<script type="module" src="/assets/index-a.js"></script>';
  render(
    <Provider store={wholeStore(async () => Response.error())}>
      <NewVersion />
    </Provider>,
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const tookOver = (entry: string) =>
  act(() => {
    worker.dispatchEvent(new MessageEvent('message', { data: { entry } }));
  });
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const notice = () => screen.queryByTestId('new-version');

it('ANewerBuildIsToldOnceNobodyDoesAnything', async () => {
  tookOver('/assets/index-b.js');
  await pass(29_000);
  fireEvent.keyDown(document.body);
  await pass(29_000);
  expect(notice()).toBeNull();
  await pass(2_000);
  expect(notice()).not.toBeNull();
});

it('NobodyIsInterruptedInADialog', async () => {
  const dialog = document.body.appendChild(document.createElement('div'));
  dialog.setAttribute('role', 'dialog');
  tookOver('/assets/index-b.js');
  await pass(90_000);
  expect(notice()).toBeNull();
  dialog.remove();
  await pass(31_000);
  expect(notice()).not.toBeNull();
});

it('TheBuildThatIsShownIsNoNews', async () => {
  tookOver('/assets/index-a.js');
  await pass(90_000);
  expect(notice()).toBeNull();
});
