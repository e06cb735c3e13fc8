import type { Middleware } from '@reduxjs/toolkit';

/** A place in the chain for middleware that comes later. The toolkit's own puts its chain together anew for each action. */
export function roomForMore() {
  let add = (..._: readonly Middleware[]): void => undefined;
  const middleware: Middleware = (store) => (next) => {
    let chain = next;
    add = (...more) => {
      chain = more.map((each) => each(store)).reduceRight((after, each) => each(after), chain);
    };
    return (action) => chain(action);
  };
  return { middleware, add: (...more: readonly Middleware[]) => add(...more) };
}
