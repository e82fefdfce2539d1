// The loader and the module know each other by 340 names that wasm-bindgen makes of long words and hashes. This makes the
// names short, and removes the loader's comments and indentation. Both files then have a new hash in their names.
//   node tools/short-names.mjs <folder>
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const module = readdirSync(folder).find((name) => name.endsWith("_bg.wasm"));
const loader = module.replace("_bg.wasm", ".js");
const [wasm, js, html] = [module, loader, "index.html"].map((name) => join(folder, name));

// wasm-opt changes the module, and prints each old name with its new one.
const renamed = execFileSync("wasm-opt", [
  "--minify-imports-and-exports-and-modules",
  wasm,
  "--output",
  wasm,
]);
const { imports, exports } = JSON.parse(renamed);
const short = new Map([...imports.map((line) => line.slice(1)), ...exports]);
const shortOf = (name) => {
  if (!short.has(name)) throw new Error(`${module} does not have ${name}, which ${loader} uses`);
  return short.get(name);
};

const code = readFileSync(js, "utf8")
  .replace(/(?<=^ {8})\w+(?=: function)/gm, shortOf)
  .replace(/(?<=\bwasm\.)\w+/g, shortOf)
  .replace(`"${imports[0][0]}": import0`, "a: import0")
  .replace(/^ *(\/\/.*\n|\/\*\*[^]*?\*\/\n)?/gm, "");
writeFileSync(js, code);

const hash = createHash("sha256")
  .update(code)
  .update(readFileSync(wasm))
  .digest("hex")
  .slice(0, 16);
const [, old] = /-([0-9a-f]+)_bg/.exec(module);
for (const path of [wasm, js]) renameSync(path, path.replace(old, hash));
writeFileSync(html, readFileSync(html, "utf8").replaceAll(old, hash));
