// Puts two copies of a state together (docs/state.md, Merging): record by record, each group of fields by its own rule.
// Every rule takes the greatest of some total order or the union, so the order and number of merges never matter.

import type { Values } from "../kit";
import { packFields } from "./codec";
import type { FieldShape, Merge } from "./data";
import { fit, unite, type Rec, type Shapes, type State } from "./state";

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
  for (const [rule, fields] of shape) Object.assign(values, mergeGroup(rule, fields, later, a.values, b.values));
  const { counter, mark } = later < 0 ? b : a;
  return { counter, mark, values: fit(shape, values) };
}

function mergeGroup(rule: Merge, fields: FieldShape[], later: number, a: Values, b: Values): Values {
  if (rule === "either" || rule === "union") {
    return Object.fromEntries(fields.map((field) => [field[1], join(field, a[field[1]]!, b[field[1]]!)]));
  }
  const first = fields[0]?.[1] ?? "";
  const greater = rule === "latest" ? later : Number(a[first]) - Number(b[first]);
  const taken = (greater || order(packFields(fields, a), packFields(fields, b))) < 0 ? b : a;
  return Object.fromEntries(fields.map((field) => [field[1], taken[field[1]]!]));
}

/** `either` is for numbers and sets, `union` for rows (builder/course/record.py). */
function join(field: FieldShape, a: Values[string], b: Values[string]): Values[string] {
  if (field[0] === "uint") return Math.max(a as number, b as number);
  if (field[0] === "bits") return [...(a as number[]), ...(b as number[])];
  return unite([...(a as number[][]), ...(b as number[][])], field[2]);
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
