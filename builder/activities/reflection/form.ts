// What the controller hands to the second script (form.later.ts), and under which name.

import type { ActivityData, Host, Option } from "coursewright";

export interface ReflectionData extends ActivityData {
  /** `max` in bytes of UTF-8. */
  fields: (Option & { max: number })[];
  /** The least and the most words asked for, all prompts together. */
  words: [number, number] | null;
  /** Whether the texts go into reports when they are submitted. */
  report: boolean;
  objectives: string[];
}

export const OPEN = "reflection.form";
/** Opens the form for writing, with what is kept in it. Called once. */
export type Open = (root: HTMLElement, data: ReflectionData, host: Host) => void;
