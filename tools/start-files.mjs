// Makes start.js start the page that trunk has built. A Content-Security-Policy needs neither a hash nor
// 'unsafe-inline' for start.js. It replaces trunk's inline loader.
//
// The panel's own page also gets its messages in all languages, and the build's defaults. In front of start.js stands
// src/browser/first.js, which brings Flex before the panel is there. start.js has its messages in English, and
// start-words.json has the other languages. The pages of the demo get none of these.
//   node tools/start-files.mjs <folder>
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "@fluent/syntax";

const LANGUAGES = "src/components/words/languages";
// The messages that are shown at load: all whose names begin like this, and one button of the panel.
const PREFIX = "load-";
const BUTTON = "reload";
// The build's defaults that first.js needs, and their variables.
const DEFAULTS = {
  dynamicsUrl: "CIF_PANEL_DYNAMICS_URL",
  dynamicsOrg: "CIF_PANEL_DYNAMICS_ORG",
  flexUrl: "CIF_PANEL_FLEX_URL",
};

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

// The build's defaults, read as build/defaults.rs reads them. An empty one counts as not set.
const defaults = () => {
  const lines = existsSync(".env") ? readFileSync(".env", "utf8").split("\n") : [];
  const variables = lines
    .map((line) => /^([^=]*)=(.*)$/.exec(line.trim()))
    .filter(Boolean)
    .map(([, name, value]) => [name.trim(), value.trim().replace(/^"(.*)"$/, "$1")]);
  const all = { ...Object.fromEntries(variables), ...process.env };
  const set = Object.entries(DEFAULTS).filter(([, name]) => all[name]);
  return Object.fromEntries(set.map(([key, name]) => [key, all[name]]));
};

const inHtml = (words) =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const section = ([tag, { slow, [BUTTON]: button }]) => {
  const [heading, remedy, label] = [...slow, ...button].map(inHtml);
  return `<section lang="${tag}" dir="auto" data-button="${label}"><h1>${heading}</h1><p>${remedy}</p></section>\n`;
};
const loader =
  /<script type="module"[^>]*>\s*import init[^]*? from '([^']+)';[^]*?module_or_path: '([^']+)'[^]*?<\/script>/;
const script = (more) => (_, js, wasm) => {
  // start.js gets the same base path that the page has for the loader.
  const base = js.replace(/[^/]*$/, "");
  return `<script defer src="${base}start.js" data-loader="${js}" data-wasm="${wasm}"${more}></script>`;
};
// Comments and indentation are removed.
const short = [/^ *\/\/.*\n|^ +/gm, ""];

// The pages of the demo show no message at load.
const place = /(<div id="load"[^>]*>)(<\/div>)/;
if (place.test(readFileSync(join(folder, "index.html"), "utf8"))) {
  const build = ` data-build="${inHtml(JSON.stringify(defaults()))}"`;
  change("index.html", [
    [loader, script(build)],
    [place, (_, start, end) => `${start}\n${said.map(section).join("")}${end}`],
  ]);
  // Without what is in the page itself.
  const isInPage = (name) => name === "slow" || name === BUTTON;
  const without = (words) => Object.entries(words).filter(([name]) => !isInPage(name));
  const spoken = said.map(([tag, words]) => [tag, Object.fromEntries(without(words))]);
  const [[, english], ...others] = spoken;
  const first = readFileSync("src/browser/first.js", "utf8");
  change("start.js", [
    ["const ENGLISH = {};", () => `const ENGLISH = ${JSON.stringify(english)};`],
    [/^/, () => first],
    short,
  ]);
  writeFileSync(join(folder, "start-words.json"), JSON.stringify(Object.fromEntries(others)));
} else {
  change("index.html", [[loader, script("")]]);
  change("start.js", [short]);
}
