// What a browser has to load. Fails if a part is heavier than its budget.
//   node tools/weight.mjs <dist>                 the files of a production build
//   node tools/weight.mjs <dist> <module.wasm>   and that module by crate; it needs the names of its functions
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// Bytes after gzip -9, about 1 % above what each part has. A part that grows has to be worth it: then its budget is
// raised in the same commit. The goal for all files at the start is 250,000 bytes.
const BUDGETS = [
  // From the navigation until a call is accepted and its Case is open, for an agent who reads German.
  ["at the start", "index.html", /^index\.html$/, 2_060],
  ["at the start", "first script", /^start\.js$/, 3_370],
  ["at the start", "styles", /\.css$/, 2_870],
  ["at the start", "loader", /^flex-cif-panel-[0-9a-f]+\.js$/, 7_300],
  ["at the start", "module", /_bg\.wasm$/, 463_500],
  ["at the start", "one language (German)", /^words-de-.*\.txt$/, 5_100],
  // The first number that has no name; a panel that does not start; the script that runs in Flex.
  ["later or elsewhere", "rules for phone numbers", /^libphonenumber-max\.js$/, 64_000],
  ["later or elsewhere", "words of failure", /^start-words\.json$/, 3_000],
  ["later or elsewhere", "bridge script", /^cif-panel-bridge-.*\.js$/, 9_300],
];

// Not by Node: its zlib packs a little worse than gzip.
const gzipped = (bytes) =>
  execFileSync("gzip", ["-9"], { input: bytes, maxBuffer: 2 ** 26 }).length;
const line = (...columns) =>
  console.log(columns.map((text, k) => (k ? String(text).padStart(10) : text.padEnd(34))).join(""));

const [, , dist, named] = process.argv;
const files = readdirSync(dist, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => [name, readFileSync(join(dist, name))]);
let tooHeavy = 0;
let before = "";
const sums = new Map();
for (const [when, what, pattern, budget] of BUDGETS) {
  if (when !== before) line(`\n${(before = when)}`, "bytes", "gzip -9", "budget");
  const found = files.filter(([name]) => pattern.test(name)).map(([, bytes]) => bytes);
  const [bytes, zipped] = [
    found.reduce((sum, one) => sum + one.length, 0),
    found.reduce((sum, one) => sum + gzipped(one), 0),
  ];
  const verdict = found.length === 0 ? "missing" : zipped > budget ? "too heavy" : "";
  tooHeavy += verdict ? 1 : 0;
  line(`  ${what}`, bytes, zipped, budget, verdict);
  sums.set(when, (sums.get(when) ?? 0) + zipped);
}
line("\nall files at the start", "", sums.get("at the start"));

if (named) byCrate(readFileSync(named));
if (tooHeavy) {
  console.error(
    `${tooHeavy} parts are too heavy: make them lighter, or raise their budgets in tools/weight.mjs`,
  );
  process.exit(1);
}

/** Prints the sections of a module, and its code by the crate that a function's name begins with. */
function byCrate(module) {
  const { sections, functions } = read(module);
  line("\nthe module, each alone", "bytes", "gzip -9");
  for (const [name, bytes] of sections) line(`  ${name}`, bytes.length, gzipped(bytes));
  const crates = {};
  for (const { name, body } of functions)
    (crates[name.match(/[A-Za-z_][A-Za-z_0-9]*/)?.[0] ?? "other"] ??= []).push(body);
  const rows = Object.entries(crates).map(([crate, all]) => [
    crate,
    Buffer.concat(all),
    all.length,
  ]);
  line("\nthe code by crate, each alone", "bytes", "gzip -9", "functions");
  rows.sort(([, one], [, other]) => other.length - one.length);
  for (const [crate, code, count] of rows.slice(0, 24))
    line(`  ${crate}`, code.length, gzipped(code), count);
}

/** The sections of a module by name, and its functions with their names (WebAssembly core specification, chapter 5). */
function read(module) {
  let at = 8;
  const byte = () => module[at++];
  const number = () => {
    let [value, factor, next] = [0, 1, 0];
    do {
      next = byte();
      value += (next & 127) * factor;
      factor *= 128;
    } while (next & 128);
    return value;
  };
  const bytes = (length) => module.subarray(at, (at += length));
  const text = () => bytes(number()).toString();
  const times = (count, what) => Array.from({ length: count }, what);
  const NAMES = [
    "custom",
    "types",
    "imports",
    "functions",
    "tables",
    "memory",
    "globals",
    "exports",
    "start",
    "elements",
    "code",
    "data",
  ];
  const CODE = 10;
  const sections = [];
  const names = new Map();
  let [imported, bodies] = [0, []];
  const limits = () => (byte() & 1 ? [number(), number()] : [number()]);
  const oneImport = () => {
    text();
    text();
    const kind = byte();
    if (kind === 0) number();
    else if (kind === 1) (byte(), limits());
    else if (kind === 2) limits();
    else at += 2;
    return kind === 0;
  };
  while (at < module.length) {
    const [id, length] = [byte(), number()];
    const end = at + length;
    if (id !== 0) sections.push([NAMES[id] ?? `section ${id}`, module.subarray(at, end)]);
    if (id === 2) imported = times(number(), oneImport).filter(Boolean).length;
    if (id === CODE) bodies = times(number(), () => bytes(number()));
    if (id === 0 && text() === "name") {
      while (at < end) {
        const [kind, size] = [byte(), number()];
        const next = at + size;
        if (kind === 1) times(number(), () => names.set(number(), text()));
        at = next;
      }
    }
    at = end;
  }
  const functions = bodies.map((body, place) => ({
    body,
    name: names.get(imported + place) ?? "other",
  }));
  return { sections, functions };
}
