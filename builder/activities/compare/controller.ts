// Statements that the learner places, and sees beside where an expert placed them.

import { hook, type Option, question, type Response } from "coursewright";
import { disorder } from "coursewright/ranking";
import { lines } from "./lines";
import { orders } from "./orders";
import { type CompareData, compareScore, placed } from "./score";
import { view } from "./view";

/** Each statement with its place in per cent, or the statements in their order. */
function response({ near, options }: CompareData, given: number[]): Response {
  if (near === undefined) return { type: "sequencing", chosen: given.flatMap((n) => options.find((option) => option.n === n) ?? []) };
  const pair = (option: Option): [Option, Option][] => {
    const n = given[option.n - 1];
    const place = String(10 * (n! - 1));
    return n ? [[option, { n, id: place, text: place }]] : [];
  };
  return { type: "matching", chosen: options.flatMap(pair) };
}

question<CompareData>("compare", {
  bind(root, data, host, changed) {
    const items = disorder(hook(root, "list"), data);
    hook(root, "list").append(...items);
    return view(data, host, items, (data.near === undefined ? orders : lines)(root, data, host, items, changed));
  },
  score: compareScore,
  response: (data, values) => response(data, placed(values)),
});
