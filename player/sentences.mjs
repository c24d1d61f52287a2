// Takes the player's sentences out of its scripts: `t("Try again")` and `en("Try again")` become the sentence's number, and
// the builder puts the sentences that a course's scripts say into the course's data (builder/site/scripts.py), in the
// course's language. So no script carries a language, and the builder has the whole list of what there is to translate.

import { readFile } from "node:fs/promises";

const SAID = /\bt\(\s*("(?:[^"\\]|\\.)*")|\ben\(\s*("(?:[^"\\]|\\.)*"),?\s*\)/g;

/** What stands for a sentence until all of a script is there: numbers like no other, and odd, or they would be written as 9e9. */
const waiting = (at) => 9_000_000_001 + 2 * at;
const WAITING = /\b9\d{9}\b/g;

/**
 * Gives the plugin, and `numbered`: a script that was bundled with it, with its sentences by number. Files are read in no
 * certain order, so the numbers wait for the script: they go by where the sentences stand in it.
 */
export function sentences() {
  const found = [];
  const numbers = new Map();
  const wait = (written) => waiting(found.push(JSON.parse(written)) - 1);
  const plugin = {
    name: "sentences",
    setup(bundle) {
      bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        return { contents: source.replace(SAID, (_, said, marked) => (said ? `t(${wait(said)}` : `${wait(marked)}`)), loader: "ts" };
      });
    },
  };
  const numbered = (script) => {
    const said = {};
    const code = script.replace(WAITING, (number) => {
      const sentence = found[(number - waiting(0)) / 2];
      if (!numbers.has(sentence)) numbers.set(sentence, numbers.size + 1);
      said[numbers.get(sentence)] = sentence;
      return numbers.get(sentence);
    });
    return { code, said };
  };
  return { plugin, numbered };
}
