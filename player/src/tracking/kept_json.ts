// Values of JSON in the storage of the device or of the tab. It may be missing, switched off or full, and says so by throwing,
// on the first touch already.

export const local = (): Storage => localStorage;
export const tab = (): Storage => sessionStorage;

/** The value kept under the key; null where there is none. */
export function read<T>(storage: () => Storage, key: string): T | null {
  try {
    return JSON.parse(storage().getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

/** Whether the storage keeps the value. */
export function write(storage: () => Storage, key: string, value: unknown): boolean {
  try {
    storage().setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
