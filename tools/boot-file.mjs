// Moves trunk's inline module loader from index.html into a file of its own, named by its content, so that
// a Content-Security-Policy needs neither a hash nor 'unsafe-inline' for scripts.
//   node tools/boot-file.mjs <folder>
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const page = join(folder, "index.html");
const html = readFileSync(page, "utf8");

const separate = html.replace(
  /<script type="module"[^>]*>(\s*import init[^]*?)<\/script>/,
  (_, loader) => {
    // The loader's own path to the script is what the page may use too.
    const base = /from '([^']*\/)[^'/]*'/.exec(loader)[1];
    const name = `boot-${createHash("sha256").update(loader).digest("hex").slice(0, 16)}.js`;
    writeFileSync(join(folder, name), `${loader.trim()}\n`);
    return `<script type="module" src="${base}${name}"></script>`;
  },
);
if (separate === html) throw new Error(`${page}: trunk's module loader is not where it was`);
writeFileSync(page, separate);
