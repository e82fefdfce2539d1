// Bundles the page of the real Flex UI: node tests/flex/bundle.mjs <folder with node_modules> <folder for the page>
//
// Flex requires a log-in. So patches of its text make two of its parts accessible to the page: the object that connects
// it to TaskRouter, and the class of a task's conference. The patches fit the pinned version and fail if their text is
// not found.

import { copyFile, cp, mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [installed, out] = process.argv.slice(2).map((folder) => resolve(folder));
const page = join(import.meta.dirname, "page");
const { build } = createRequire(join(installed, "package.json"))("esbuild");

const PATCHES = [
  [
    "t.FlexClientManager=new r.FlexClientManagerImpl",
    "t.FlexClientManager=window.flexClientManager=new r.FlexClientManagerImpl",
  ],
  ["e}();t.Conference=i}", "e}();t.Conference=window.flexConference=i}"],
];

function patched(text, [from, to]) {
  const parts = text.split(from);
  if (parts.length !== 2)
    throw new Error(`the text to patch is there ${parts.length - 1} times: ${from}`);
  return parts.join(to);
}

const patch = {
  name: "patch",
  setup({ onLoad }) {
    onLoad({ filter: /twilio-flex\.prod\.js$/ }, async ({ path }) => {
      const contents = PATCHES.reduce(patched, await readFile(path, "utf8"));
      return { contents, loader: "js" };
    });
  },
};

await mkdir(out, { recursive: true });
await build({
  entryPoints: [join(page, "boot.js")],
  outfile: join(out, "flex.js"),
  bundle: true,
  minify: true,
  format: "iife",
  platform: "browser",
  define: { "process.env.NODE_ENV": '"production"', global: "window" },
  alias: { path: "path-browserify" },
  nodePaths: [join(installed, "node_modules")],
  plugins: [patch],
  logLevel: "error",
});
await copyFile(join(page, "index.html"), join(out, "index.html"));
await cp(join(page, "plugins"), join(out, "plugins"), { recursive: true });
await copyFile(
  join(import.meta.dirname, "../../flex-plugin/cif-panel-bridge.js"),
  join(out, "cif-panel-bridge.js"),
);
