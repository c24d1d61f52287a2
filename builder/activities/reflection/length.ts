// How long a text is: in words for the learner, in bytes for where it is kept.

/** Words, as word processors count them: stretches without white space. */
export const words = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Bytes in UTF-8. */
export const bytes = (text: string): number => new TextEncoder().encode(text).length;
