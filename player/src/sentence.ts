// The player's own sentences stand in the code in English: in a call, `t("Try again")`, or marked by `en`.

/** Marks a sentence that reaches `t` by a variable, for the bundler (player/sentences.mjs) to find. */
export const en = (sentence: string): string => sentence;
