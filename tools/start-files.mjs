// Makes start.js start the page that trunk has built. A Content-Security-Policy needs neither a hash nor
// 'unsafe-inline' for start.js. It replaces trunk's inline loader, and page and script get their messages in all
// languages.
//   node tools/start-files.mjs <folder>
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "@fluent/syntax";

const LANGUAGES = "src/components/words/languages";
// The messages that are shown at load: all whose names begin like this, and one button of the panel.
const PREFIX = "load-";
const BUTTON = "reload";

const folder = process.argv[2];

const text = ({ elements }) => elements.map(part).join("").replaceAll("\n", " ");

// start.js puts values in the place of `{name}`.
const part = ({ type, value, expression }) => {
  if (type === "TextElement") return value;
  if (expression.type === "VariableReference") return `{${expression.id.name}}`;
  throw new Error(`${expression.type}: at load there are texts and variables only`);
};

// By name, without the prefix: the message, and the remedy if there is one. The build has checked that all languages
// have the same names.
const words = (language) => {
  const { body } = parse(readFileSync(join(LANGUAGES, `${language}.ftl`), "utf8"), {});
  const said = body.filter(({ id }) => id?.name.startsWith(PREFIX) || id?.name === BUTTON);
  return Object.fromEntries(
    said.map(({ id, value, attributes }) => [
      id.name.replace(PREFIX, ""),
      [value, ...attributes.map((attribute) => attribute.value)].map(text),
    ]),
  );
};

const tags = readdirSync(LANGUAGES).map((file) => file.replace(".ftl", ""));
// English first.
tags.sort((one, other) => (other === "en") - (one === "en") || one.localeCompare(other));
const said = tags.map((tag) => [tag, words(tag)]);

// Changes a file. Fails if the file is not as expected.
const change = (name, changes) => {
  const path = join(folder, name);
  let content = readFileSync(path, "utf8");
  for (const [what, by] of changes) {
    const changed = content.replace(what, by);
    if (changed === content) throw new Error(`${path}: ${what} is not where it was`);
    content = changed;
  }
  writeFileSync(path, content);
};

const inHtml = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const section = ([tag, { slow }]) => {
  const [heading, remedy] = slow.map(inHtml);
  return `<section lang="${tag}" dir="auto"><h1>${heading}</h1><p>${remedy}</p></section>\n`;
};
const loader =
  /<script type="module"[^>]*>\s*import init[^]*? from '([^']+)';[^]*?module_or_path: '([^']+)'[^]*?<\/script>/;
const script = (_, js, wasm) => {
  // start.js gets the same base path that the page has for the loader.
  const base = js.replace(/[^/]*$/, "");
  return `<script defer src="${base}start.js" data-loader="${js}" data-wasm="${wasm}"></script>`;
};
const page = [[loader, script]];
// The demo's page shows no message at load.
const place = /(<div id="load"[^>]*>)(<\/div>)/;
if (place.test(readFileSync(join(folder, "index.html"), "utf8"))) {
  page.push([place, (_, start, end) => `${start}\n${said.map(section).join("")}${end}`]);
}
change("index.html", page);

// Without `slow`, which is in the page itself.
const spoken = JSON.stringify(Object.fromEntries(said), (name, told) =>
  name === "slow" ? undefined : told,
);
change("start.js", [
  ["const WORDS = {};", () => `const WORDS = ${spoken};`],
  // Comments and indentation are removed.
  [/^ *\/\/.*\n|^ +/gm, ""],
]);
