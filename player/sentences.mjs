// Takes the player's sentences out of its scripts: `t("Try again")` and `en("Try again")` become the sentence's number, and
// the builder puts the sentences that a course's scripts say into the course's data (builder/site/scripts.py), in the
// course's language. So no script carries a language, and the builder has the whole list of what there is to translate.

import { readFile } from "node:fs/promises";

const SAID = /\bt\(\s*("(?:[^"\\]|\\.)*")|\ben\(\s*("(?:[^"\\]|\\.)*"),?\s*\)/g;

/** Gives the plugin, and `said`: the sentences by number of all that was bundled with it since the last call. */
export function sentences() {
  const numbers = new Map();
  let since = {};
  const number = (sentence) => {
    if (!numbers.has(sentence)) numbers.set(sentence, numbers.size + 1);
    since[numbers.get(sentence)] = sentence;
    return numbers.get(sentence);
  };
  const plugin = {
    name: "sentences",
    setup(bundle) {
      bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        return { contents: source.replace(SAID, (_, said, marked) => (said ? `t(${number(JSON.parse(said))}` : `${number(JSON.parse(marked))}`)), loader: "ts" };
      });
    },
  };
  const said = () => {
    const all = since;
    since = {};
    return all;
  };
  return { plugin, said };
}
