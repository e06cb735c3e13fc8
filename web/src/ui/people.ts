import { createContext, useContext } from 'react';

export type Names = ReadonlyMap<string, string | null>;

/** Names of the people around one list; the page that shows the list provides them once for all its parts. */
export const PeopleContext = createContext<Names>(new Map());

/** Undefined while unknown, null where the person was erased. */
export function usePersonName(userId: string | null): string | null | undefined {
  const names = useContext(PeopleContext);
  return userId === null ? null : names.get(userId);
}

export function useNames(): Names {
  return useContext(PeopleContext);
}
