// Bundles the player: `node bundle.mjs OUTPUT`. One script for the core, one for each kind of activity and its features, and
// one for each tracker; `node bundle.mjs --kinds FOLDER` bundles kinds from elsewhere, each beside its source. A course's
// script is these put one after the other inside one function (builder/site/scripts.py): the core's declarations are at its
// top, and what a kind imports from "coursewright" are just their names, which minifying shortens in all scripts alike. What
// comes in a second script, when it is needed, gets the same names as arguments: a first line of its file lists them.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import { minify } from "terser";
import { sentences } from "./sentences.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const activities = resolve(here, "../builder/activities");
const trackers = resolve(here, "src/tracking");

const shared = {
  bundle: true,
  write: false,
  format: "esm",
  charset: "utf8",
  legalComments: "none",
  target: ["es2021", "safari15.4", "chrome99", "firefox97"],
  tsconfig: join(here, "tsconfig.json"),
  logLevel: "warning",
};

/** esbuild has said what is wrong; a stack of its own would only bury it. */
const build = (options) => esbuild({ ...shared, ...options }).catch(() => process.exit(1));

/** How the name of a script ends that comes when it is needed. */
const LATER = ".later";

const EXPORTS = /^export \{([^}]*)\};\s*$/m;
const IMPORTS = /^import \{([^}]*)\} from "coursewright";$/gm;

/** `a, b2 as b` as pairs of names: what a thing is called inside the module, and outside. */
const pairs = (list) => list.split(",").map((each) => each.trim().split(" as ")).map(([own, other = own]) => [own, other]);
/** Declarations for the pairs whose two names differ. */
const declare = (names) => names.map(([from, to]) => (from === to ? "" : `const ${to} = ${from};`)).join("");

/** What short names begin with, the commonest letters in scripts first; digits come after the first. */
const LETTERS = "etnsroialcduhpmfgbvywxkzjqESTNMRAOPDLCIFBVGUHWXYKJZQ_$";
const NAMED = `${LETTERS}0123456789`;

/** Gives short names in one order to all scripts, so that they resemble each other: gzip finds more of them again. */
const nth_identifier = {
  get: (nth) => {
    let name = LETTERS[nth % LETTERS.length];
    for (let left = Math.floor(nth / LETTERS.length); left; left = Math.floor(left / NAMED.length)) name += NAMED[--left % NAMED.length];
    return name;
  },
};

/** What builder/site/scripts.py calls. */
const START = "start";
/** The short names of what the core exports, by the long ones: known once the core was bundled, as it is before all else. */
const short = new Map();
const shorten = (names) => names.filter((name) => name !== START).forEach((name, i) => short.set(name, `${LETTERS[i]}0`));

/** Minified; `kept` are the names of declarations at the top that others use, where there are any. */
async function squeeze(code, kept) {
  // One word for all declarations. TypeScript has held the constants to be constant; esbuild begins a line with each.
  const declared = code.replace(/(^\s*|\bfor \()const /gm, "$1let ");
  // Inlining a function with arguments makes longer text for a saved name: gzip finds the call again more cheaply.
  const likeEachOther = { hoist_funs: true, lhs_constants: false };
  // `unsafe` writes String(x) as ""+x, which differs for symbols only, and "text".charAt(9) as an index: ours has neither a
  // symbol nor a charAt of constants. Of kinds from elsewhere nobody knows.
  const unsafe = target !== "--kinds";
  const compress = { passes: 3, inline: 1, pure_getters: true, unsafe, unsafe_arrows: true, top_retain: kept, ...likeEachOther };
  // What stands inside a function of its own may call its names as it likes.
  const mangle = { toplevel: !!kept, reserved: [...(kept ? [START] : []), ...short.values()], nth_identifier };
  const nameCache = { vars: { props: Object.fromEntries([...short].map(([name, brief]) => [`$${name}`, brief])) } };
  return (await minify(declared, { ecma: 2020, compress, mangle, nameCache, toplevel: !!kept })).code;
}

async function write(file, code) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${code}\n`);
}

/** The core: declarations at the top of a course's script. */
async function core({ plugin, numbered }) {
  const { outputFiles } = await build({ plugins: [plugin], entryPoints: [join(here, "src/main.ts")] });
  const { code, said } = numbered(outputFiles[0].text);
  const [statement, list] = EXPORTS.exec(code);
  const names = pairs(list);
  shorten(names.map(([, name]) => name));
  return { script: await squeeze(code.replace(statement, declare(names)), names.map(([, name]) => name)), said };
}

/** A kind, a feature or a tracker: a function of its own, which finds the core's names around it. */
async function piece(entry, { plugin, numbered }) {
  const outside = { name: "coursewright", setup: (bundle) => bundle.onResolve({ filter: /^coursewright$/ }, ({ path }) => ({ path, external: true })) };
  const { outputFiles } = await build({ plugins: [outside, plugin], entryPoints: [entry] });
  const { code, said } = numbered(outputFiles[0].text);
  const names = [];
  const body = code
    .replace(IMPORTS, (_, list) => (names.push(...pairs(list)), ""))
    .replace(EXPORTS, "");
  // Where several files import a name, esbuild numbers all but the first: they are that name again.
  const isAgain = ([from, to]) => from !== to && names.some(([, own]) => own === from);
  const called = names.filter(isAgain).reduce((text, [from, to]) => text.replaceAll(new RegExp(`\\b${to}\\b`, "g"), from), body);
  const outer = [...new Set(names.map(([from]) => short.get(from) ?? from))].sort();
  return { script: await squeeze(`(() => {${declare(names.filter((pair) => !isAgain(pair)))}${called}})();`), said, outer };
}

/** What is written of a piece: what comes later says first which of the core's names it must be given. */
const written = (name, { script, outer }) => (name.endsWith(LATER) ? `${outer.join(",")}\n${script}` : script);

/**
 * A kind's controller, and as scripts of their own its features, `<name>.feature.ts`, which not every course carries, and
 * what comes only when it is needed, `<name>.later.ts`.
 */
async function kinds(activities) {
  const folders = await readdir(activities, { withFileTypes: true }).catch(() => []);
  const found = [];
  for (const { name } of folders.filter((entry) => entry.isDirectory())) {
    for (const file of await readdir(join(activities, name))) {
      if (file === "controller.ts") found.push([name, join(activities, name, file)]);
      if (file.endsWith(".feature.ts")) found.push([`${name}.${basename(file, ".feature.ts")}`, join(activities, name, file)]);
      if (file.endsWith(`${LATER}.ts`)) found.push([`${name}.${basename(file, ".ts")}`, join(activities, name, file)]);
    }
  }
  return found.sort();
}

/** A tracker is a file of src/tracking that registers itself by its own name; what trackers share lies beside them. */
async function backends() {
  const found = [];
  for (const file of (await readdir(trackers)).filter((each) => each.endsWith(".ts")).sort()) {
    const name = basename(file, ".ts");
    const source = await readFile(join(trackers, file), "utf8");
    if (new RegExp(`^tracker\\("${name}"`, "m").test(source)) found.push([name, join(trackers, file)]);
  }
  return found;
}

/** For kinds from elsewhere, which keep their sentences: the numbers are the builder's own. */
const unnumbered = { plugin: { name: "sentences", setup: () => undefined }, numbered: (code) => ({ code, said: {} }) };

const [target, foreign] = process.argv.slice(2);
if (target === "--kinds") {
  await core(unnumbered);
  for (const [name, entry] of await kinds(resolve(foreign))) {
    await write(entry.replace(/ts$/, "js"), written(name, await piece(entry, unnumbered)));
  }
} else {
  const output = resolve(target);
  const told = sentences();
  const pieces = [
    ...(await kinds(activities)).map(([name, entry]) => [`kinds/${name}`, entry]),
    ...(await backends()).map(([name, entry]) => [`trackers/${name}`, entry]),
  ];
  const catalogue = {};
  const add = async (name, made) => {
    catalogue[name] = made.said;
    await write(join(output, `${name}.js`), written(name, made));
  };
  await add("core", await core(told));
  for (const [name, entry] of pieces) await add(name, await piece(entry, told));
  await writeFile(join(output, "sentences.json"), JSON.stringify(catalogue));
}
