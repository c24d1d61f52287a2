// Bundles the player: `node bundle.mjs OUTPUT`. One classic script for the core (the global `Coursewright`), one for each
// kind of activity and one for each tracker. A course's script is these put one after the other, so what two of them
// share lies in the core: `import ... from "coursewright"` becomes a look at the global.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import { minify } from "terser";

const here = fileURLToPath(new URL(".", import.meta.url));
const activities = resolve(here, "../builder/activities");
const trackers = resolve(here, "src/tracking");
const output = resolve(process.argv[2]);

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

/** Builds the core; the names that it gives to kinds and trackers: what main.ts exports. */
async function buildCore() {
  const main = join(here, "src/main.ts");
  const probe = await build({ ...shared, entryPoints: [main], format: "esm", write: false, metafile: true });
  const names = Object.values(probe.metafile.outputs).flatMap((file) => file.exports);
  const list = `{ ${names.join(", ")} }`;
  await write({
    stdin: { contents: `import ${list} from "./main"; globalThis.Coursewright = ${list};`, resolveDir: join(here, "src") },
    outfile: join(output, "core.js"),
  });
  return names;
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

async function kinds() {
  const folders = await readdir(activities, { withFileTypes: true }).catch(() => []);
  const found = [];
  for (const folder of folders.filter((entry) => entry.isDirectory())) {
    const files = await readdir(join(activities, folder.name));
    if (files.includes("controller.ts")) found.push([folder.name, join(activities, folder.name, "controller.ts")]);
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

const plugins = [fromGlobal(await buildCore())];
for (const [name, entry] of await kinds()) {
  await write({ plugins, entryPoints: [entry], outfile: join(output, "kinds", `${name}.js`) });
}
for (const [name, entry] of await backends()) {
  await write({ plugins, entryPoints: [entry], outfile: join(output, "trackers", `${name}.js`) });
}
