// `make bench`: compares the production build in dist/ with its peers, all in one run and by turns, and prints a table.
// BENCH=<part> runs one part. docs/performance.md says what is measured and how.

import { cpus, loadavg } from "node:os";
import { openWorld } from "./world.mjs";
import { table } from "./table.mjs";

const PARTS = ["bytes", "start", "focus", "list", "messages", "memory", "idle", "store"];

const chosen = process.env.BENCH ? [process.env.BENCH] : PARTS;
const unknown = chosen.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`BENCH=${unknown}: there are ${PARTS.join(", ")}`);
  process.exit(1);
}

const load = () => loadavg()[0].toFixed(1);
const began = load();
const world = await openWorld();
const machine = `${cpus().length} cores, Chromium ${world.browser.version()}`;
const rows = [];
try {
  for (const part of chosen) {
    const began = Date.now();
    console.log(`\n${part}`);
    const { default: run } = await import(`./parts/${part}.mjs`);
    const told = await run(world);
    rows.push(...told);
    console.log(`${table(told)}\n${Math.round((Date.now() - began) / 1000)} s`);
  }
} finally {
  await world.close();
}
const short = rows.filter(({ goal, isMet }) => goal && !isMet);
console.log(`\nAll together: ${machine}, load ${began} at the start and ${load()} at the end\n`);
console.log(`${table(rows)}\n`);
console.log(`${rows.length} figures, ${short.length} short of their goal`);
