// What a kind of activity is to the player, and what the page gives to it: the browser's side of builder/course/kind.py.

import type { ActivityData, CourseData, Hundredths, Option, QuestionData } from "./course/data";
import type { Rule } from "./course/result";
import type { Values } from "./course/state";
import type { Launch, LearningEvent, Response } from "./tracking/tracker";

/** What the page gives to a controller. */
export interface Host {
  readonly course: CourseData;
  /** True in review and browse: work as always, nothing is kept. */
  readonly readOnly: boolean;
  /** True when the result is settled and goes out as it is: everything is practice now. */
  final(): boolean;
  /** The pass mark that holds: the LMS's own in place of the course's; null where there is none. */
  readonly passMark: Hundredths | null;
  /** What is kept of a thing; null where that is nothing. Record 0 is the course's own (docs/architecture.md, Numbers). */
  values(n: number): Values | null;
  /** Stores the fields given (others stay) and asks for a save. `null` empties the record. */
  put(n: number, values: Values | null): void;
  record(event: LearningEvent): void;
  /** The numbers in this learner's order for this thing: the same every time, by hash(learner's seed, n, salt). */
  shuffle(n: number, numbers: number[], salt?: number): number[];
  /** The activity's data by number. */
  data<D extends ActivityData>(n: number): D;
  /** Says a sentence in the polite live region. */
  announce(sentence: string): void;
  /** Moves the focus to an element that is not a control (gives it tabindex -1) and scrolls it into view. */
  focus(element: HTMLElement): void;
  /** A modal question in the page; resolves to the chosen button's value. */
  ask(title: string, body: string, buttons: { value: string; label: string }[]): Promise<string>;
  /** The player's own sentences: English as the key, `{name}` filled from `words`. */
  t(english: string, words?: Record<string, string | number>): string;
  /** A score as a percentage. */
  percent(hundredths: Hundredths): string;
  /** Milliseconds by a monotonic clock that does not count a suspended device (trap 14). */
  clock(): number;
  /** Hands the learner a file (free text, a progress file). */
  download(name: string, text: string): void;
  readonly launch: Pick<Launch, "learner" | "problem">;
  /** Whether an activity counts as done, by its kind's own rule. */
  activityDone(n: number): boolean;
  readonly keptIn: Launch["keptIn"];
  /** True when the tracker keeps texts of forms with the state. */
  readonly textsTravel: boolean;
  /** Keeps a text on the device for this learner and course; false where the device cannot (memory only). */
  keepText(n: number, text: string): boolean;
  keptText(n: number): string;
}

/** An activity on a page: a quiz, a scenario, a form. */
export interface ActivityKind<D extends ActivityData = ActivityData> extends Rule<D> {
  /** Called once, after the state was read. What it gives is called whenever something of the course has changed. */
  start(root: HTMLElement, data: D, host: Host): void | (() => void);
}

/** A question: what differs between kinds. Checking, feedback, retries, reporting and quizzes are the core's. */
export interface QuestionKind<D extends QuestionData = QuestionData> {
  /** Called once. Calls `changed` when the answer changes other than by a `change` in the form, which is seen to. */
  bind(root: HTMLElement, data: D, host: Host, changed: () => void): QuestionView;
  /** 0 to 10000 for these values, nothing for no answer; null where it is never graded. */
  score(data: D, values: Values): Hundredths | null;
  response(data: D, values: Values): Response;
  /** Where one answer is several to every report (the statements of a scale): each by itself, in place of the whole. */
  parts?(data: D, values: Values): AnswerPart[];
}

/** A share of an answer that is reported as a question of its own: `id` is put behind the question's. */
export interface AnswerPart {
  id: string;
  prompt: string;
  options: Option[];
  response: Response;
}

export interface QuestionView {
  /** The answer as it stands, whole or not; null while there is nothing of one. */
  read(): Values | null;
  /**
   * Where an answer can be begun and not be whole: whether something is missing, or what to do about it as a sentence.
   * Absent where any answer is whole.
   */
  lacks?(): boolean | string;
  /**
   * Shows these values in the form, which was reset; what makes no sense (any more) is left out, so that `read` then gives
   * what is left.
   */
  write(values: Values | null): void;
  /**
   * Shows by word and icon what was right, and the feedback of what was chosen or (`full`) of every option. What `rate` has
   * said is taken away before, and when the question is opened again.
   */
  mark(values: Values, full: boolean): void;
  /** Takes away what else `mark` has shown. Called each time the question is opened for an answer. */
  open?(): void;
}
