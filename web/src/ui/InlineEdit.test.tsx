// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { InlineEdit } from '@/ui/InlineEdit';

afterEach(cleanup);

function show(value = 'Paint the door') {
  const onSave = vi.fn();
  const onDone = vi.fn();
  const { unmount } = render(
    <InlineEdit value={value} label="Title" maxLength={100} onSave={onSave} onDone={onDone} />,
  );
  return { onSave, onDone, unmount, input: screen.getByRole('textbox', { name: 'Title' }) };
}

describe('InlineEdit', () => {
  it('EnterSavesOnceAndEnds', async () => {
    const { onSave, onDone, input } = show();
    await userEvent.type(input, ' red{Enter}');
    fireEvent.blur(input);
    expect(onSave).toHaveBeenCalledExactlyOnceWith('Paint the door red');
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('WhatWasTypedOutlivesTheFieldUntilItIsSavedOrGivenUp', async () => {
    const props = {
      value: 'Door',
      label: 'Title',
      maxLength: 100,
      onSave: vi.fn(),
      onDone: vi.fn(),
      place: 'title t1',
    };
    const first = render(<InlineEdit {...props} />);
    await userEvent.clear(screen.getByRole('textbox'));
    await userEvent.type(screen.getByRole('textbox'), 'Red door');
    first.unmount();
    const second = render(<InlineEdit {...props} />);
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Red door');
    await userEvent.type(screen.getByRole('textbox'), '{Escape}');
    second.unmount();
    render(<InlineEdit {...props} />);
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Door');
  });

  it('EscapeRestores', async () => {
    const { onSave, onDone, input } = show();
    await userEvent.type(input, ' red{Escape}');
    expect(onSave).not.toHaveBeenCalled();
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('LeavingSaves', async () => {
    const { onSave, input } = show();
    await userEvent.type(input, ' red');
    fireEvent.blur(input);
    expect(onSave).toHaveBeenCalledExactlyOnceWith('Paint the door red');
  });

  it('NothingOrTheSameTextIsNotSaved', async () => {
    const { onSave, input } = show();
    await userEvent.clear(input);
    await userEvent.type(input, '   {Enter}');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('EnterThatEndsAnInputMethodsCompositionIsNotOurs', () => {
    const { onSave, onDone, input } = show();
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    expect(onSave).not.toHaveBeenCalled();
    expect(onDone).not.toHaveBeenCalled();
  });

  it('HasTheFocusAndEverythingSelected', () => {
    const { input } = show();
    expect(document.activeElement).toBe(input);
    expect((input as HTMLInputElement).selectionEnd).toBe('Paint the door'.length);
  });
});
