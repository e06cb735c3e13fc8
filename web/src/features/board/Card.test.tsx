// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { Provider } from 'react-redux';
import { afterEach, expect, test } from 'vitest';
import { Card } from '@/features/board/Card';
import { exampleStore, transferStarted } from '@/state/testing/exampleStore';

afterEach(cleanup);

function show(...events: Parameters<typeof exampleStore>) {
  const store = exampleStore(...events);
  const rest = { isCurrent: true, isEntry: true, isEditing: false, isOpen: false, onTitle() {}, onEditEnd() {} };
  render(
    <Provider store={store}>
      <Card listId="list" taskId="t1" canEdit {...rest} />
    </Provider>,
  );
  return screen.getByTestId('card');
}

test('CardOffersWhatCanBeDoneToIt', () => {
  const card = show();
  expect(card.dataset['frozen']).toBeUndefined();
  expect(screen.getAllByRole('button').length).toBeGreaterThan(1);
});

test('CardOfATaskOnItsWayToAnotherListIsOnlyLookedAt', () => {
  const card = show(transferStarted);
  expect(card.dataset['frozen']).toBe('true');
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(card.textContent).toContain('Task 1');
  expect(card.textContent, 'it says why').toContain('inTransfer');
});
