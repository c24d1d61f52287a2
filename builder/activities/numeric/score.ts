// What a typed number is worth: the twin of score.py.

import type { Hundredths, QuestionData, Values } from "coursewright";
import { readNumber } from "./number";

/** Numbers from `least` to `most`; null is an open end. */
export interface Range {
  least: number | null;
  most: number | null;
}

/** What builder/activities/numeric/model.py gives. */
export interface NumericData extends QuestionData, Range {
  /** The right answer in words. */
  shown: string;
  unit?: string;
  /** Whether the course's language writes decimals with a comma. */
  comma?: true;
  /** What is said (HTML) to wrong numbers in these ranges. */
  wrong?: (Range & { html: string })[];
}

export const typed = (values: Values | null): string => String(values?.typed ?? "");

/** The number that was typed; null where it cannot be read. */
export const given = (data: NumericData, values: Values | null): number | null => readNumber(typed(values), data.unit, data.comma);

/** Whether there is a number and it is in the range, its ends included. */
export const within = (number: number | null, { least, most }: Range): boolean =>
  number !== null && (least ?? -Infinity) <= number && number <= (most ?? Infinity);

/** Everything where it is in the range, else nothing. */
export const score = (data: NumericData, values: Values): Hundredths => (within(given(data, values), data) ? 10000 : 0);
