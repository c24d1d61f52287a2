// The one rule of rounding, for scores in the browser as for those in the builder.

/** `got` by `of` as a whole number, rounded half up. */
export const rounded = (got: number, of: number): number => Math.floor((2 * got + of) / (2 * of));
