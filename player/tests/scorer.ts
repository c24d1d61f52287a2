// Scores answers by the kinds' own rules for tests in Python: a question a line on standard input, an answer a line on
// standard output, both JSON. The kinds that were imported before this file have registered themselves.

import { createInterface } from "node:readline";
import { decode, encode } from "../src/course/codec";
import type { QuestionData, RecordShape } from "../src/course/data";
import { fit, type Values } from "../src/course/state";
import { answered } from "../src/questions/report";
import { worth } from "../src/questions/worth";
import { questionKinds } from "../src/registry";
import { describe as describe12, resultOf } from "../src/tracking/scorm12";
import { describe as describe2004 } from "../src/tracking/scorm2004";

interface Question {
  data: QuestionData;
  shape: RecordShape;
  values: Values;
}

function answer({ data, shape, values }: Question): unknown {
  const rules = questionKinds[data.kind]!;
  const kept = fit(shape, values);
  const shapes = { [data.n]: shape };
  const packed = encode(shapes, new Map([[data.n, { counter: 1, mark: 1, values: kept }]]));
  const unpacked = decode(shapes, packed).state.get(data.n)?.values ?? fit(shape, {});
  const reports = answered(data, rules, kept, 0);
  return {
    score: rules.score(data, kept),
    worth: worth(data, rules, kept),
    unpacked: rules.score(data, unpacked),
    reports,
    letters: reports.map((event) => ({ ...describe12(event, false), result: resultOf(event) })),
    words: reports.map((event) => ({ ...describe12(event, true), result: resultOf(event) })),
    scorm2004: reports.map((event) => ({ ...describe2004(event, "en-GB"), result: String(event.result) })),
  };
}

createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line) as Question))}\n`);
});
