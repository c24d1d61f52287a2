import assert from "node:assert/strict";
import { test } from "node:test";
import { eachScore } from "../src/questions/several";
import { countedScore } from "../../builder/activities/quiz/score";
import { mean } from "../src/course/objectives";
import { excess, words } from "../src/questions/length";
import type { QuestionData } from "../src/course/data";
import type { Values } from "../src/course/state";
import type { QuestionKind } from "../src/activity";
import { type ChoiceData, chosen, optionsKind } from "../src/questions/options";
import { answered, now } from "../src/questions/report";

const subsets = (numbers: number[]): number[][] =>
  numbers.reduce<number[][]>((found, n) => [...found, ...found.map((set) => [...set, n])], [[]]);

test("all or nothing: exactly the right options are worth everything", () => {
  const data = { right: [2, 4] } as ChoiceData;
  for (const set of subsets([1, 2, 3, 4])) {
    const right = set.length === 2 && set.includes(2) && set.includes(4);
    assert.equal(optionsKind.score(data, { chosen: set }), right ? 10000 : 0);
  }
  assert.equal(optionsKind.score({ right: [12] } as ChoiceData, { chosen: 12 }), 10000);
  assert.equal(optionsKind.score({ right: [12] } as ChoiceData, { chosen: 1 }), 0);
  assert.equal(optionsKind.score({ right: [12] } as ChoiceData, {}), 0);
});

test("each by itself: the share of the right less the share of the wrong, never below nothing", () => {
  assert.equal(eachScore([1], [1, 2, 3], 2), 3333);
  assert.equal(eachScore([1, 2], [1, 2, 3], 2), 6667);
  assert.equal(eachScore([1, 2, 4], [1, 2, 3], 2), 1667);
  assert.equal(eachScore([4, 5], [1, 2, 3], 2), 0);
  assert.equal(eachScore([2], [1, 2], 1), 5000);
});

test("each by itself: everything is for all the right ones alone, and ticking every option is worth nothing", () => {
  const options = [1, 2, 3, 4, 5];
  for (const right of subsets(options).filter((set) => set.length > 0 && set.length < options.length)) {
    const wrong = options.length - right.length;
    assert.equal(eachScore(options, right, wrong), 0);
    for (const set of subsets(options)) {
      const got = eachScore(set, right, wrong);
      assert.ok(Number.isInteger(got) && got >= 0 && got <= 10000);
      assert.equal(got === 10000, set.length === right.length && right.every((n) => set.includes(n)));
    }
  }
});

test("an attempt is worth its points, in whole hundredths rounded half up, and nothing graded is no score", () => {
  assert.equal(mean([10000, 0], [1, 2]), 3333);
  assert.equal(mean([10000, 0], [2, 1]), 6667);
  assert.equal(mean([3333, 0], [1, 1]), 1667);
  assert.equal(mean([10000], [100]), 10000);
  assert.equal(mean([]), null);
});

test("nothing right is nothing and all right is everything, whatever the points", () => {
  for (let count = 1; count < 40; count++) {
    const points = Array.from({ length: count }, (_, i) => 1 + ((i * 37) % 100));
    assert.equal(mean(points.map(() => 10000), points), 10000);
    assert.equal(mean(points.map(() => 0), points), 0);
  }
});

test("the best, the last or the first attempt counts, and none where there is none", () => {
  const rows = [[1, 5000], [2, 9000], [3, 7000]];
  assert.equal(countedScore("best", rows), 9000);
  assert.equal(countedScore("last", rows), 7000);
  assert.equal(countedScore("first", rows), 5000);
  for (const counts of ["best", "last", "first"] as const) assert.equal(countedScore(counts, []), null);
});

test("of one attempt made on two devices the better stands", () => {
  const rows = [[1, 5000], [1, 6000]];
  for (const counts of ["best", "last", "first"] as const) assert.equal(countedScore(counts, rows), 6000);
});

test("words are counted as stretches between blanks", () => {
  assert.equal(words(""), 0);
  assert.equal(words(" \n\t "), 0);
  assert.equal(words("Ten to five.\nYour phone — rings"), 7);
});

test("a text that is too long by its bytes is too long by so many characters", () => {
  assert.equal(excess("", 5), 0);
  assert.equal(excess("Siân £5", 9), 0);
  assert.equal(excess("Siân £5", 8), 1);
  assert.equal(excess("é".repeat(900), 800), 500);
});

test("what was chosen is a number, a set or nothing", () => {
  assert.deepEqual(chosen({ checked: 1, chosen: 3 }), [3]);
  assert.deepEqual(chosen({ chosen: [1, 4] }), [1, 4]);
  assert.deepEqual(chosen({ chosen: 0 }), []);
  assert.deepEqual(chosen({}), []);
});

const DATA: QuestionData = {
  kind: "sample",
  n: 9,
  id: "q-respond",
  page: 2,
  quiz: 0,
  points: 5,
  prompt: "Which reply responds?",
  options: [{ n: 1, id: "defend", text: "I do my best" }, { n: 2, id: "waited", text: "Three weeks" }],
  correct: [{ type: "choice", chosen: [{ n: 2, id: "waited", text: "Three weeks" }] }],
  objectives: ["MC1"],
};
const named = ({ options }: QuestionData, numbers: number[]) => options.filter(({ n }) => numbers.includes(n));
const RULES: QuestionKind = {
  bind: () => assert.fail(),
  score: (_data, values: Values) => (values.chosen === 2 ? 10000 : values.chosen === 1 ? 4999 : null),
  response: (data, values) => ({ type: "choice", chosen: named(data, chosen(values)) }),
};

test("practice weighs nothing, and what stands in a quiz weighs its points", () => {
  assert.equal(answered(DATA, RULES, { chosen: 2 }, 0)[0]!.weight, 0);
  assert.equal(answered({ ...DATA, quiz: 4 }, RULES, { chosen: 2 }, 0)[0]!.weight, 5);
});

test("only a whole answer is reported as correct, and what is not graded as neutral", () => {
  assert.equal(answered(DATA, RULES, { chosen: 2 }, 0)[0]!.result, "correct");
  assert.equal(answered(DATA, RULES, { chosen: 1 }, 0)[0]!.result, 0.4999);
  assert.equal(answered(DATA, RULES, { chosen: 0 }, 0)[0]!.result, "neutral");
});

test("a report names what was asked, what was chosen and what was right", () => {
  const { at, ...event } = answered(DATA, RULES, { chosen: 1 }, 1234)[0]!;
  assert.match(at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d[+-]\d\d:\d\d$/);
  assert.deepEqual(event, {
    type: "answered",
    id: "q-respond",
    prompt: "Which reply responds?",
    options: DATA.options,
    response: { type: "choice", chosen: [DATA.options[0]] },
    correct: [{ type: "choice", chosen: [DATA.options[1]] }],
    result: 0.4999,
    weight: 0,
    latency: 1234,
    objectives: ["MC1"],
  });
});

test("a time is the moment that it says, wherever the device is", () => {
  const moment = new Date("2026-03-29T00:59:59.250Z");
  for (const minutes of [0, 60, 330, -210, -720, 845]) {
    const there = new Date(moment);
    there.getTimezoneOffset = () => -minutes;
    assert.equal(new Date(now(there)).getTime(), moment.getTime());
  }
  const india = new Date(moment);
  india.getTimezoneOffset = () => -330;
  assert.equal(now(india), "2026-03-29T06:29:59.25+05:30");
});
