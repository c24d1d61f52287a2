// A learner's work as values: one record for each trackable thing, by its number in ids.lock (docs/state.md). The shapes
// of the records come from the course, so that this file knows no kind of activity.

import type { FieldShape, Merge, RecordShape } from "./data";

/** The fields of one record by name: numbers, sorted sets and sequences of numbers, rows, or text. */
export type Values = Record<string, number | number[] | number[][] | string>;

export interface Rec {
  /** How often the record was written; with `mark` it says which of two copies is the later one. */
  counter: number;
  /** The mark of the device that wrote it last, 0 to 4095. */
  mark: number;
  values: Values;
  /** Of a record that the course does not know (any more): its fields as they were packed. */
  rest?: string;
}

export type State = Map<number, Rec>;

/** The shapes of all records by number: `CourseData.state`. */
export type Shapes = Record<number, RecordShape>;

/** A counter stops here; three digits hold it. */
export const MOST_COUNTER = 32767;

export const utf8 = new TextEncoder();

/** The values of a record, complete and within its bounds: what is missing is zero or empty, what is too much is cut. */
export function fit(shape: RecordShape, values: Values): Values {
  const fitted: Values = {};
  for (const [merge, fields] of shape) {
    for (const field of fields) fitted[field[1]] = fitField(field, merge, values[field[1]]);
  }
  return fitted;
}

/** A copy of the state with some values of one record replaced; `null` empties the record and still counts as a change. */
export function written(shapes: Shapes, state: State, n: number, values: Values | null, mark: number): State {
  const shape = shapes[n];
  if (!shape) throw new Error(`no record ${n}`);
  const old = state.get(n);
  const rec = {
    counter: Math.min((old?.counter ?? 0) + 1, MOST_COUNTER),
    mark,
    values: fit(shape, values ? { ...old?.values, ...values } : {}),
  };
  return new Map(state).set(n, rec);
}

/** Whether nothing is kept in these values, so that the record is as good as not there. */
export const isEmpty = (values: Values): boolean =>
  Object.values(values).every((value) => (typeof value === "number" ? !value : !value.length));

/** The rows of a `union`, once each and in order; of too many, those whose last column is greatest stay. */
function unite(rows: number[][], length: number): number[][] {
  const worth = (row: number[]) => row[row.length - 1] ?? 0;
  return [...new Map(rows.map((row) => [row.join(), row])).values()]
    .sort((a, b) => worth(b) - worth(a) || byColumns(b, a))
    .slice(0, length)
    .sort(byColumns);
}

function byColumns(a: number[], b: number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function fitField(field: FieldShape, merge: Merge, value: Values[string] | undefined): Values[string] {
  const [type, , bound] = field;
  if (type === "uint") return within(value, bound);
  if (type === "utf8") return cut((value ?? "") as string, bound);
  const list = value ?? [];
  if (type === "bits") {
    const members = (list as number[]).filter((member) => member >= 0 && member < bound);
    return [...new Set(members)].sort((a, b) => a - b);
  }
  if (type === "sequence") return Array.from((list as number[]).slice(0, bound), (each) => within(each, field[3]));
  const rows = (list as number[][]).map((row) => field[3].map((most, i) => within(row[i], most)));
  return merge === "union" ? unite(rows, bound) : rows.slice(0, bound);
}

/** 0 too for what is no number, or missing. */
const within = (value: unknown, most: number): number => ((value as number) > 0 ? Math.min(Math.floor(value as number), most) : 0);

/** The text cut to so many bytes of UTF-8, never inside a character. */
const cut = (text: string, most: number): string => text.slice(0, utf8.encodeInto(text, new Uint8Array(most)).read);
