// Puts two copies of a state together (docs/state.md, Merging): record by record, each group of fields by its own rule.
// Every rule takes the greatest of some total order or the union, so the order and number of merges never matter.

import { packFields } from "./codec";
import type { FieldShape, Merge } from "./data";
import { fit, type Rec, type Shapes, type State, type Values } from "./state";

/** All that either copy holds. */
export function merge(shapes: Shapes, a: State, b: State): State {
  const merged: State = new Map(a);
  for (const [n, theirs] of b) {
    const ours = a.get(n);
    merged.set(n, ours ? mergeRecords(shapes, n, ours, theirs) : theirs);
  }
  return merged;
}

function mergeRecords(shapes: Shapes, n: number, a: Rec, b: Rec): Rec {
  const later = a.counter - b.counter || a.mark - b.mark;
  const shape = shapes[n];
  if (!shape) return (later || order(a.rest ?? "", b.rest ?? "")) < 0 ? b : a;
  const values: Values = {};
  for (const [rule, fields] of shape) {
    const taken = rule === "latest" || rule === "greatest" ? winner(rule, fields, later, a.values, b.values) : null;
    for (const field of fields) {
      const name = field[1];
      values[name] = taken ? taken[name]! : join(field, a.values[name]!, b.values[name]!);
    }
  }
  return { ...(later < 0 ? b : a), values: fit(shape, values) };
}

/** The copy that has the last word on a group. */
function winner(rule: Merge, fields: FieldShape[], later: number, a: Values, b: Values): Values {
  const first = fields[0]?.[1] ?? "";
  const greater = rule === "latest" ? later : Number(a[first]) - Number(b[first]);
  return (greater || order(packFields(fields, a), packFields(fields, b))) < 0 ? b : a;
}

/** `either` is for numbers and sets, `union` for rows (builder/course/record.py): `fit` sorts both, and cuts rows. */
const join = (field: FieldShape, a: Values[string], b: Values[string]): Values[string] =>
  field[0] === "uint" ? Math.max(a as number, b as number) : [...(a as number[]), ...(b as number[])];

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
