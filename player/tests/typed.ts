// Compares, measures and reads what is typed, with the kinds' own code, for the tests that hold it to its twins in Python:
// one JSON question a line in, one JSON answer a line out.

import { createInterface } from "node:readline";
import { fold, isNear } from "../../builder/activities/fill/compare";
import { readNumber } from "../../builder/activities/numeric/number";

type Question =
  | { do: "fold"; texts: string[]; case: boolean; accents: boolean }
  | { do: "near"; one: string; other: string; typos: number }
  | { do: "number"; text: string; unit: string; comma: boolean };

function answer(question: Question): unknown {
  switch (question.do) {
    case "fold":
      return question.texts.map((text) => fold(text, question));
    case "near":
      return isNear(question.one, question.other, question.typos);
    case "number":
      return readNumber(question.text, question.unit, question.comma);
  }
}

createInterface({ input: process.stdin }).on("line", (line) => {
  console.log(JSON.stringify(answer(JSON.parse(line) as Question)));
});
