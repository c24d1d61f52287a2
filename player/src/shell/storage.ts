// The device's storage. It may be missing, switched off or full, and says so by throwing, on the first touch already:
// private windows and web views do.

/** The text kept under the key; null where there is none. */
export function recall(key: string): string | null {
  let text: string | null = null;
  attempt((storage) => (text = storage.getItem(key)));
  return text;
}

/** Keeps the text, or removes it where it is null; false where the device cannot. */
export const remember = (key: string, text: string | null): boolean =>
  attempt((storage) => (text === null ? storage.removeItem(key) : storage.setItem(key, text)));

function attempt(use: (storage: Storage) => void): boolean {
  try {
    use(localStorage);
    return true;
  } catch {
    return false;
  }
}
