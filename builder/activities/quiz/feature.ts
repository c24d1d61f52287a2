// What a quiz and its features know of each other. A feature is a script of its own, `<name>.feature.ts`, which only
// courses with such a quiz carry (QuizKind.features).

import { type ActivityData, type Asked, features, type Host, type Values } from "coursewright";
import type { Slot } from "./draw";
import type { Counts } from "./score";

export interface QuizData extends ActivityData {
  attempts: number;
  counts: Counts;
  shuffle: boolean;
  /** Numbers of the questions that every attempt has, in the author's order. */
  questions: number[];
  /** Ids of what its questions are about, by their numbers in this quiz. */
  goals: Record<number, string>;
  /** The pass mark of its own, in hundredths; 0 for none. */
  pass: number;
  /** What is drawn beside them, one by one. */
  slots: Slot[];
  /** Every question is checked by itself. */
  each?: true;
  /** What was missed comes back. */
  again?: true;
  minutes?: number;
  /** The features that it uses. */
  features: string[];
}

// What a quiz's `phase` says; 0 is not begun.
export const ANSWERING = 1;
export const SENT = 2;

/** The quiz as it stands, for its features. */
export interface Quiz {
  readonly data: QuizData;
  readonly host: Host;
  /** What was answered for good before sending, by the question's number: this counts, whatever is answered later. */
  readonly checked: Map<number, Values>;
  part<E extends HTMLElement = HTMLElement>(name: string): E;
  phase(): number;
  attempt(): number;
  /** True where nothing is kept, because the result was settled. */
  practice(): boolean;
  /** The numbers of the attempt's questions, in the author's order. */
  numbers: number[];
  /** The questions of the attempt, in the learner's order. */
  asked(): Asked[];
  /** Locks a question and shows how right it was, in points too. */
  mark(asked: Asked, full: boolean): void;
  /** Reports what was answered now; what is `worthless` counts for no points. */
  report(asked: Asked, worthless?: boolean): void;
  /** Keeps fields of the quiz's record, unless this is practice. */
  put(fields: Values): void;
  /** Brings a question into view, with the focus on it. */
  go(asked: Asked): void;
  /** Sends the answers as they are. */
  send(): void;
}

export interface Feature {
  /** A new attempt begins: fields of the record that it begins with. */
  begin?(): Values;
  opened?(asked: Asked): void;
  /** A whole answer is to be checked by itself. */
  check?(asked: Asked): void;
  /** The page was brought to where the attempt stands. */
  show?(): void;
  /** A question is to come into view. */
  reveal?(asked: Asked): void;
  /** The learner wants to send, and is asked first. */
  sending?(): void;
}

export type MakeFeature = (quiz: Quiz) => Feature;

/** The questions that are on the page now: all of the attempt, or those that came back. */
export const listed = (quiz: Quiz): Asked[] => quiz.asked().filter(({ section }) => section.isConnected);

/** The item of the quiz's list that the question stands in. */
export const itemOf = ({ section }: Asked): HTMLElement => section.parentElement!;

/** Registers a feature: what it does in a quiz that uses it. */
export const feature = (name: string, make: MakeFeature): unknown => (features[name] = make);

/** The features that the quiz uses. */
export const featuresOf = (quiz: Quiz): Feature[] => quiz.data.features.map((name) => (features[name] as MakeFeature)(quiz));
