/**
 * Stands for something whose part of the program comes late: each call waits until it has come. Only for what answers
 * with promises anyway.
 */
export function late<T extends object>(coming: Promise<T>): T {
  // Heard of by the calls that need it.
  coming.catch(() => undefined);
  return new Proxy({} as T, {
    get:
      (_, name) =>
      async (...input: unknown[]) => {
        const come = await coming;
        return Reflect.apply(Reflect.get(come, name) as (...input: unknown[]) => unknown, come, input);
      },
  });
}
