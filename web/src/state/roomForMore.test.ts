import { configureStore, createAction, type Middleware } from '@reduxjs/toolkit';
import { expect, test } from 'vitest';
import { roomForMore } from '@/state/roomForMore';

const told = createAction<string>('told');
const asked = createAction<string>('asked');

function world() {
  const heard: string[] = [];
  const room = roomForMore();
  const hearing =
    (name: string): Middleware =>
    () =>
    (next) =>
    (action) => {
      if (told.match(action)) heard.push(`${name} ${action.payload}`);
      return next(action);
    };
  const { dispatch } = configureStore({
    reducer: (words: readonly string[] = [], action) => (told.match(action) ? [...words, action.payload] : words),
    middleware: (defaults) => defaults().prepend(room.middleware).concat(hearing('last')),
  });
  return { dispatch, heard, hearing, add: room.add };
}

test('WhatComesLaterHearsWhatComesAfterItInFrontOfTheRest', () => {
  const { dispatch, heard, hearing, add } = world();
  dispatch(told('a'));
  add(hearing('first'), hearing('second'));
  dispatch(told('b'));
  expect(heard).toEqual(['last a', 'first b', 'second b', 'last b']);
});

test('WhatItDispatchesGoesThroughTheWholeChain', () => {
  const { dispatch, heard, hearing, add } = world();
  const answering: Middleware = (store) => (next) => (action) => {
    if (asked.match(action)) store.dispatch(told(action.payload));
    return next(action);
  };
  add(hearing('first'), answering);
  dispatch(asked('a'));
  expect(heard).toEqual(['first a', 'last a']);
});
