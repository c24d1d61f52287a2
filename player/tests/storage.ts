// The browser's storage for the tests.

/** Puts an empty storage in that place; its keys are its own properties, as in a browser. */
export function fakeStorage(name: "localStorage" | "sessionStorage"): void {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = String(value);
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  Object.defineProperty(globalThis, name, { value: Object.create(methods), configurable: true });
}

/** A browser that throws at the first touch of any storage. */
export function withoutStorage(): void {
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  }
}
