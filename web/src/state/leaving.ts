const key = 'tasklist.leaving';

/**
 * A sign-out that the server has not heard of yet. Its cookie is out of a script's reach, so without this note
 * the next visit would find the user signed in again.
 */
export const leaving = {
  get noted(): boolean {
    return storage()?.getItem(key) === '1';
  },
  note(): void {
    storage()?.setItem(key, '1');
  },
  done(): void {
    storage()?.removeItem(key);
  },
};

/** Undefined where the browser forbids it. */
function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
