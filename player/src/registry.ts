// What kinds and trackers add to the core. Each is a script of its own that runs after the core and before
// `start()`, in the same function: what it imports from "coursewright" are the core's own names (player/bundle.mjs).

import type { ActivityKind, QuestionKind } from "./activity";
import type { ActivityData, CourseData, QuestionData } from "./course/data";
import type { Tracker } from "./tracking/tracker";

/** Makes the format's tracker for this course. Nothing may be asked of the LMS before its `open()`. */
export type TrackerMaker = (course: CourseData) => Tracker;

/** Features of kinds by name: each kind makes what it likes of its own (builder/activities/quiz/feature.ts). */
export const features: Record<string, unknown> = {};

/** Rules of questions, by kind. */
export const questionKinds: Record<string, QuestionKind> = {};

/** Rules of activities that are no questions, by kind. */
export const activityKinds: Record<string, ActivityKind> = {};

/** The package's one tracker: the builder puts it there, as it does the kinds that a course uses. */
export let makeTracker: TrackerMaker;

/** Registers a question's rules. The data that reaches them is of their own kind, which the registry cannot know. */
export function question<D extends QuestionData>(kind: string, rules: QuestionKind<D>): void {
  questionKinds[kind] = rules as unknown as QuestionKind;
}

/** Registers an activity's rules. */
export function activity<D extends ActivityData>(kind: string, rules: ActivityKind<D>): void {
  activityKinds[kind] = rules as unknown as ActivityKind;
}

/** Registers the tracker: a package carries one. player/bundle.mjs knows trackers by this call with their file's name. */
export function tracker(_name: string, make: TrackerMaker): void {
  makeTracker = make;
}
