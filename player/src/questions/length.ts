// How long a text is: in words for the learner, in bytes for where it is kept.

/** Words, as word processors count them: stretches without white space. */
export const words = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Bytes in UTF-8. */
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** About how many characters must go so that the text takes at most `most` bytes; 0 where it fits. */
export const excess = (text: string, most: number): number =>
  Math.max(0, Math.ceil((1 - most / bytes(text)) * text.length)) || 0;
