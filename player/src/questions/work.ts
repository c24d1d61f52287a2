// What a learner's work on one activity is to another: a page that gathers evidence, a form that takes up notes. A kind that
// has something to say registers it in `features`, from a script that comes later (later.ts), and is not named by who asks.

import type { ActivityData, Host } from "coursewright";

/** What a kind registers for a place `[data-later]`: gives what stands in it, each time that it comes into view. */
export type Fill = (host: Host, place: HTMLElement) => Promise<HTMLElement[]>;

/** The activity that a place stands in, with its data. */
export function ownerOf<D extends ActivityData>(host: Host, place: HTMLElement): [root: HTMLElement, data: D] {
  const root = place.closest<HTMLElement>("[data-activity]")!;
  return [root, host.data<D>(Number(root.dataset.activity))];
}

/** What the learner has shown there that is evidence for a marking point; nothing as long as that is nothing. */
export type Evidence = (data: ActivityData, host: Host, point: string) => HTMLElement[];

/** What the learner has written there, each text under what was asked; empty texts too, so that each keeps its place. */
export type Notes = (data: ActivityData, host: Host) => [asked: string, text: string][];

/** The names in `features`, by the kind. */
export const evidenceOf = (kind: string): string => `${kind}.evidence`;
export const notesOf = (kind: string): string => `${kind}.notes`;

/** The title of the page that an activity stands on. */
export const pageTitle = ({ course }: Host, { page }: ActivityData): string => course.pages.find(({ n }) => n === page)!.title;
