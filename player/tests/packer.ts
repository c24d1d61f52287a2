// Packs, unpacks and merges states for tests in Python: a question a line on standard input, an answer a line on standard
// output, both JSON. A state is a list of [number, record].

import { createInterface } from "node:readline";
import { decode, encode } from "../src/course/codec";
import { merge } from "../src/course/merge";
import { fit, type Rec, type Shapes, type State } from "../src/course/state";

type Question =
  | { do: "pack"; shapes: Shapes; state: [number, Rec][] }
  | { do: "unpack"; shapes: Shapes; packed: string }
  | { do: "merge"; shapes: Shapes; states: [number, Rec][][] };

/** The state with its records complete, as every state is in the player. */
const stateOf = (shapes: Shapes, list: [number, Rec][]): State =>
  new Map(list.map(([n, rec]) => [n, shapes[n] ? { ...rec, values: fit(shapes[n], rec.values) } : rec]));

const listOf = (state: State): [number, Rec][] => [...state].sort(([a], [b]) => a - b);

function answer(question: Question): unknown {
  const { shapes } = question;
  switch (question.do) {
    case "pack":
      return encode(shapes, stateOf(shapes, question.state));
    case "unpack": {
      const { state, damage } = decode(shapes, question.packed);
      return { state: listOf(state), damage };
    }
    case "merge":
      return listOf(question.states.map((state) => stateOf(shapes, state)).reduce((a, b) => merge(shapes, a, b)));
  }
}

createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line) as Question))}\n`);
});
