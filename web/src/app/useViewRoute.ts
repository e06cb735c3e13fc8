import { useCallback, useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Filter, readFilter, withFilter } from '@/lib/filter';
import { type Sort, sorts } from '@/lib/sort';
import { filterSet } from '@/state/filter';
import { useAppDispatch } from '@/state/hooks';

export const views = ['board', 'list', 'table', 'calendar'] as const;
export type View = (typeof views)[number];

/** Which view, which tasks, in which order: all of it stands in the address. */
export function useViewRoute() {
  const dispatch = useAppDispatch();
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFilter(params), [params]);
  useEffect(() => {
    dispatch(filterSet(filter));
  }, [dispatch, filter]);

  const set = useCallback(
    (name: string, value: string | undefined) =>
      setParams((old) => {
        const next = new URLSearchParams(old);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        return next;
      }),
    [setParams],
  );
  // Typing must not fill the history with every letter.
  const setFilter = useCallback(
    (next: Filter) => setParams((old) => withFilter(old, next), { replace: true }),
    [setParams],
  );
  const toggleMine = useCallback(
    () =>
      setParams((old) => {
        const filter = readFilter(old);
        const others = filter.people.filter((each) => each !== 'me');
        return withFilter(old, {
          ...filter,
          people: others.length < filter.people.length ? others : [...others, 'me'],
        });
      }),
    [setParams],
  );
  const day = params.get('day');
  return {
    view: views.find((each) => each === params.get('view')) ?? 'board',
    sort: sorts.find((each) => each === params.get('sort')) ?? ('board' as Sort),
    span: params.get('span') === 'week' ? ('week' as const) : ('month' as const),
    day: day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00`) : new Date(),
    filter,
    setFilter,
    toggleMine,
    setView: useCallback((view: View) => set('view', view === 'board' ? undefined : view), [set]),
    setSort: useCallback((sort: Sort) => set('sort', sort === 'board' ? undefined : sort), [set]),
    showDay: useCallback(
      (next: Date, span: 'month' | 'week') =>
        setParams((old) => {
          const params = new URLSearchParams(old);
          const pad = (value: number) => String(value).padStart(2, '0');
          params.set('day', `${next.getFullYear()}-${pad(next.getMonth() + 1)}-${pad(next.getDate())}`);
          params.set('span', span);
          return params;
        }),
      [setParams],
    ),
  };
}
