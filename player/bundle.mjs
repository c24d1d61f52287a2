// Bundles the player: `node bundle.mjs OUTPUT`. One classic script for the core (the global `Coursewright`), one for each
// kind of activity and one for each tracker. A course's script is these put one after the other, so what two of them
// share lies in the core: `import ... from "coursewright"` becomes a look at the global.
// `node bundle.mjs --kinds FOLDER` bundles the kinds of another folder, each script beside its source.

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
  minify: true,
  format: "iife",
  charset: "utf8",
  legalComments: "none",
  target: ["es2021", "safari15.4", "chrome99", "firefox97"],
  tsconfig: join(here, "tsconfig.json"),
  logLevel: "warning",
};

/** esbuild has said what is wrong; a stack of its own would only bury it. */
const build = (options) => esbuild(options).catch(() => process.exit(1));

/** Writes a bundle to its `outfile`. esbuild joins the files; terser chooses names that compress better, by a twentieth. */
async function write(options) {
  const { outputFiles } = await build({ ...shared, ...options, write: false });
  const { code } = await minify(outputFiles[0].text, { ecma: 2020 });
  await mkdir(dirname(options.outfile), { recursive: true });
  await writeFile(options.outfile, `${code}\n`);
}

/** The names that the core gives to kinds and trackers: what main.ts exports. */
async function coreNames() {
  const main = join(here, "src/main.ts");
  const probe = await build({ ...shared, entryPoints: [main], format: "esm", write: false, metafile: true });
  return Object.values(probe.metafile.outputs).flatMap((file) => file.exports);
}

async function buildCore(names, output, plugins) {
  const list = `{ ${names.join(", ")} }`;
  await write({
    plugins,
    stdin: { contents: `import ${list} from "./main"; globalThis.Coursewright = ${list};`, resolveDir: join(here, "src") },
    outfile: join(output, "core.js"),
  });
}

function fromGlobal(names) {
  const contents = names
    .map((name) => `export const ${name} = /* @__PURE__ */ (() => Coursewright.${name})();`)
    .join("\n");
  return {
    name: "coursewright",
    setup(bundle) {
      bundle.onResolve({ filter: /^coursewright$/ }, () => ({ path: "coursewright", namespace: "global", sideEffects: false }));
      bundle.onLoad({ filter: /.*/, namespace: "global" }, () => ({ contents, loader: "js" }));
    },
  };
}

/** A kind's controller, and as scripts of their own its features: `<name>.feature.ts`, which not every course carries. */
async function kinds(activities) {
  const folders = await readdir(activities, { withFileTypes: true }).catch(() => []);
  const found = [];
  for (const { name } of folders.filter((entry) => entry.isDirectory())) {
    for (const file of await readdir(join(activities, name))) {
      if (file === "controller.ts") found.push([name, join(activities, name, file)]);
      if (file.endsWith(".feature.ts")) found.push([`${name}.${basename(file, ".feature.ts")}`, join(activities, name, file)]);
    }
  }
  return found.sort();
}

/** A tracker is a file of src/tracking that registers itself by its own name; what trackers share lies beside them. */
async function backends() {
  const found = [];
  for (const file of (await readdir(trackers)).sort()) {
    const name = basename(file, ".ts");
    const source = await readFile(join(trackers, file), "utf8");
    if (new RegExp(`^tracker\\("${name}"`, "m").test(source)) found.push([name, join(trackers, file)]);
  }
  return found;
}

const [target, foreign] = process.argv.slice(2);
const names = await coreNames();
const global = fromGlobal(names);
if (target === "--kinds") {
  // Kinds from elsewhere keep their sentences: the numbers are the builder's own.
  for (const [, entry] of await kinds(resolve(foreign))) await write({ plugins: [global], entryPoints: [entry], outfile: entry.replace(/ts$/, "js") });
} else {
  const output = resolve(target);
  const { plugin, said } = sentences();
  const catalogue = {};
  await buildCore(names, output, [plugin]);
  catalogue["core"] = said();
  const pieces = [
    ...(await kinds(activities)).map(([name, entry]) => [`kinds/${name}`, entry]),
    ...(await backends()).map(([name, entry]) => [`trackers/${name}`, entry]),
  ];
  for (const [name, entry] of pieces) {
    await write({ plugins: [global, plugin], entryPoints: [entry], outfile: join(output, `${name}.js`) });
    catalogue[name] = said();
  }
  await writeFile(join(output, "sentences.json"), JSON.stringify(catalogue));
}
