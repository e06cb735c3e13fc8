import { useDispatch, useSelector } from 'react-redux';
import type { EntryDispatch, EntryState } from '@/state/entry';
import type { AppDispatch, RootState } from '@/state/store';

export const useAppDispatch = useDispatch.withTypes<AppDispatch>();
export const useAppSelector = useSelector.withTypes<RootState>();

/** For what is drawn before anybody has signed in. */
export const useEntryDispatch = useDispatch.withTypes<EntryDispatch>();
export const useEntrySelector = useSelector.withTypes<EntryState>();
