// Every form of an answer, by the letter of both standards; and ids and texts of any length.

import assert from "node:assert/strict";
import { test } from "node:test";
import { oneLine } from "../src/tracking/words";
import { describe as describe12, resultOf } from "../src/tracking/scorm12";
import { describe as describe2004 } from "../src/tracking/scorm2004";
import { decimal } from "../src/tracking/interaction";
import type { Option } from "../src/course/data";
import type { Answered, Response } from "../src/tracking/tracker";
import { FEEDBACK, MOST_PATTERNS, PATTERNS, RESPONSES } from "./grammar";
import { answered } from "./windows";

/** The same numbers at every run (a linear congruential generator), so that a failure can be looked at. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % sides;
}

const SIGNS = [..."abcdefghijklmnopqrstuvwxyzABC0123456789-_ .,;:'\"{}[]()=<>&?!\n\tàéŵßﬁ日本мир🙂’“–", "[,]", "[.]", "[:]", "{lang=xx}"];

const anyText = (roll: (sides: number) => number, most: number): string =>
  Array.from({ length: roll(most) }, () => SIGNS[roll(SIGNS.length)]).join("");

/** As the builder gives them: letters and digits of ASCII, joined by - and _. */
function anyId(roll: (sides: number) => number, most: number): string {
  const words = Array.from({ length: 1 + roll(most / 8) }, () => (10 + roll(36 ** 6)).toString(36));
  return words.reduce((id, word) => id + "-_"[roll(2)]! + word);
}

function anyOption(roll: (sides: number) => number): Option {
  const id = anyId(roll, roll(3) ? 30 : 80);
  return { n: 1 + roll(roll(2) ? 36 : 60), id, text: anyText(roll, 200) };
}

function anyResponse(roll: (sides: number) => number, type: Response["type"]): Response {
  const some = () => Array.from({ length: 1 + roll(roll(4) ? 6 : 50) }, () => anyOption(roll));
  const number = () => (roll(20_001) - 10_000) / 10 ** roll(9);
  switch (type) {
    case "choice":
    case "sequencing":
      return { type, chosen: some() };
    case "true-false":
      return { type, value: !roll(2) };
    case "matching":
      return { type, chosen: some().map((option) => [option, anyOption(roll)]) };
    case "fill-in":
      return { type, texts: some().map(({ text }) => text.repeat(1 + roll(4))), long: !roll(4), exactCase: !roll(2) };
    case "numeric": {
      const value = number();
      return { type, least: value, most: value };
    }
    case "likert":
      return { type, chosen: [anyOption(roll)] };
  }
}

/** A right number may be a range, of which one end may be open. */
function anyRange(roll: (sides: number) => number): Response {
  const ends = [anyResponse(roll, "numeric"), anyResponse(roll, "numeric")] as { least: number }[];
  const [least, most] = ends.map(({ least }) => least) as [number, number];
  return { type: "numeric", least: roll(3) ? least : null, most: roll(3) ? most : least };
}

const TYPES = ["choice", "true-false", "matching", "sequencing", "fill-in", "numeric", "likert"] as const;

function* anyAnswers(): Generator<Answered> {
  for (let seed = 1; seed <= 700; seed++) {
    const roll = dice(seed);
    roll(2);
    const type = TYPES[seed % TYPES.length]!;
    const right = () => (type === "numeric" && roll(2) ? anyRange(roll) : anyResponse(roll, type));
    const correct = Array.from({ length: roll(["true-false", "numeric", "likert"].includes(type) ? 2 : 14) }, right);
    const response = anyResponse(roll, type);
    // The parts of one answer say in one way whether they are long texts.
    for (const each of correct) if (each.type === "fill-in") each.long = (response as { long: boolean }).long;
    yield answered({ type: roll(9) ? "answered" : "chose", options: [], response, correct });
  }
}

test("SCORM 1.2: whatever was answered has the form of its type, in letters and in words", () => {
  for (const words of [false, true]) {
    for (const event of anyAnswers()) {
      const { type, response, patterns } = describe12(event, words);
      for (const text of [response, ...patterns]) {
        assert.match(text, FEEDBACK[type]!, `${type} for ${JSON.stringify(event)}`);
        assert.ok(text.length <= 255);
      }
      assert.equal(new Set(patterns).size, patterns.length);
    }
  }
});

test("SCORM 2004: whatever was answered has the form of its type, within what every LMS takes", () => {
  for (const event of anyAnswers()) {
    const { type, response, patterns } = describe2004(event, "en-GB");
    assert.match(response, RESPONSES[type]!, `${type} for ${JSON.stringify(event)}`);
    for (const pattern of patterns) assert.match(pattern, PATTERNS[type]!, `${type} for ${JSON.stringify(event)}`);
    assert.ok(patterns.length <= MOST_PATTERNS[type]!);
    assert.equal(new Set(patterns).size, patterns.length);
  }
});

test("a text is cut after a word, with a sign, and never in the middle of a sign of two units", () => {
  assert.equal(oneLine("one  two\nthree", 20), "one two three");
  assert.equal(oneLine("They waited for weeks", 19), "They waited for...");
  const long = `They ${"waited".repeat(20)}`;
  assert.equal(oneLine(long, 100), `${long.slice(0, 97)}...`);
  const roll = dice(7);
  for (let i = 0; i < 500; i++) {
    const text = anyText(roll, 600);
    const cut = oneLine(text, 250);
    assert.ok(cut.length <= 250);
    assert.doesNotMatch(cut, /[\ud800-\udbff](?![\udc00-\udfff])/);
    if (text.replace(/\s+/g, " ").trim().length > 250) assert.match(cut, /\.\.\.$/);
  }
});

const option = (n: number, text: string): Option => ({ n, id: text.toLowerCase().replaceAll(" ", "-"), text });

test("in words, SCORM 1.2 says what was chosen, paired and ordered as the learner read it", () => {
  const [rings, writes] = [option(1, "Rings back"), option(2, "Writes")];
  const [anxious, certain] = [option(1, "Anxious candidate"), option(3, "Certainty")];
  const said = (response: Response) => {
    const form = describe12(answered({ options: [], response, correct: [response] }), true);
    assert.equal(form.type, "performance");
    assert.deepEqual(form.patterns, [form.response]);
    return form.response;
  };
  assert.equal(said({ type: "choice", chosen: [rings, writes] }), "Rings back; Writes");
  assert.equal(said({ type: "sequencing", chosen: [writes, rings] }), "Writes; Rings back");
  assert.equal(said({ type: "matching", chosen: [[anxious, certain]] }), "Anxious candidate=Certainty");
  assert.equal(said({ type: "likert", chosen: [writes] }), "Writes");
});

test("in words, what has no options keeps its type", () => {
  assert.equal(describe12(answered({ options: [], response: { type: "true-false", value: true }, correct: [] }), true).type, "true-false");
  assert.equal(describe12(answered({ options: [], response: { type: "numeric", least: 3, most: 3 }, correct: [] }), true).type, "numeric");
});

test("in words, a list that is too long is given by numbers, and never cut inside one of them", () => {
  const options = Array.from({ length: 8 }, (_, i) => option(i + 1, `Option ${i + 1} ${"of many words ".repeat(4)}`.trim()));
  const said = (chosen: Option[]) => describe12(answered({ options, response: { type: "choice", chosen }, correct: [] }), true).response;
  assert.equal(said(options.slice(0, 2)), options.slice(0, 2).map(({ text }) => text).join("; "));
  assert.equal(said(options), "1; 2; 3; 4; 5; 6; 7; 8");
  const many = Array.from({ length: 120 }, (_, i) => option(i + 1, `Word ${i + 1}`));
  assert.match(said(many), /^1; 2; 3; .*; 6\d;\.\.\.$/);
});

test("SCORM 2004 is told where case matters, and each text by itself", () => {
  const right: Response = { type: "fill-in", texts: ["GDPR", "one month"], long: false, exactCase: true };
  const form = describe2004(answered({ response: { ...right, texts: ["gdpr", ""] }, correct: [right] }), "en-GB");
  assert.deepEqual(form, {
    type: "fill-in",
    response: "{lang=en-GB}gdpr[,]{lang=en-GB}",
    patterns: ["{case_matters=true}{lang=en-GB}GDPR[,]{lang=en-GB}one month"],
  });
});

test("a range has open ends in SCORM 2004, and one right number in 1.2", () => {
  const right = (least: number | null, most: number | null) => {
    const event = answered({ options: [], response: { type: "numeric", least: 29.5, most: 29.5 }, correct: [{ type: "numeric", least, most }] });
    return [...describe2004(event, "en-GB").patterns, ...describe12(event, false).patterns];
  };
  assert.deepEqual(right(28, 32), ["28[:]32", "30"]);
  assert.deepEqual(right(null, 32.5), ["[:]32.5", "32.5"]);
  assert.deepEqual(right(0, null), ["0[:]", "0"]);
});

test("where a number was asked for and words were written, the words are reported, and no range as what they should be", () => {
  const event = answered({ options: [], response: { type: "fill-in", texts: ["a month"], long: false }, correct: [{ type: "numeric", least: 28, most: 31 }] });
  assert.deepEqual(describe2004(event, "en-GB"), { type: "fill-in", response: "{lang=en-GB}a month", patterns: [] });
  assert.deepEqual(describe12(event, false), { type: "fill-in", response: "a month", patterns: [] });
});

test("numbers are written in digits", () => {
  assert.deepEqual([0, 30, -2.5, 1e-7, 1e9, 0.1 + 0.2, 1 / 3].map(decimal), ["0", "30", "-2.5", "0.0000001", "1000000000", "0.3", "0.3333333"]);
  assert.equal(decimal(-1e21), "-1000000000000000000000");
});

test("more than every LMS takes of a list becomes one text that names all of it", () => {
  const options = Array.from({ length: 40 }, (_, i) => option(i + 1, `Word ${i + 1}`));
  const form = describe2004(answered({ options, response: { type: "choice", chosen: options.slice(0, 37) }, correct: [] }), "en-GB");
  assert.equal(form.type, "long-fill-in");
  assert.match(form.response, /^\{lang=en-GB\}word-1; word-2; .*; word-37$/);
});

test("a result is a word, or the share of the score from 0 to 1", () => {
  const result = (result: Answered["result"]) => resultOf(answered({ result }));
  assert.deepEqual(["correct", "incorrect", "neutral", 0.6667, 0].map((each) => result(each as Answered["result"])), [
    "correct", "wrong", "neutral", "0.6667", "0",
  ]);
});
