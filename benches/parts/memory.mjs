// Whether memory grows: four waves of 500 tasks come and end. After each wave and a garbage collection, the JavaScript
// heap, the nodes of the DOM and the pages of the WebAssembly memory are counted.

import { meter, sleep } from "../browser.mjs";
import { openStage, rowsAre } from "../world.mjs";
import { bounded } from "../table.mjs";
import { chats } from "../tasks.mjs";

const WAVES = 4;
const SIZE = 500;
/** The panel draws no more rows than this. */
const SHOWN = 200;
/** Announcements leave the page after 10 s. */
const REST = 11_000;
const GOAL = 1.02;

/** Keeps the WebAssembly memory where the bench finds it. */
const KEEP_MEMORY = `
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await start.apply(WebAssembly, given);
      window.wasmMemory = (made.instance ?? made).exports.memory;
      return made;
    };
  }
`;

export default async function memory(world) {
  const stage = await openStage(world, "ours", { prepare: KEEP_MEMORY });
  const meterOf = await meter(stage);
  const counts = [];
  for (let wave = 0; wave < WAVES; wave += 1) {
    await come(stage, 1 + wave * SIZE);
    counts.push(await count(stage, meterOf));
  }
  await stage.close();
  counts.forEach((count, wave) => console.log(`  after wave ${wave + 1}:`, count));
  return ["heap", "nodes", "pages"].map((what) => {
    const [first, ...further] = counts.map((count) => count[what]);
    return bounded(`four waves of 500 tasks: ${what}, most after wave 2 to 4 / after wave 1`, {
      value: Math.max(...further) / first,
      bound: GOAL,
      unit: "×",
      spread: counts.map((count) => count[what]).join(" "),
    });
  });
}

async function come({ flex, panel }, from) {
  const tasks = chats(from, SIZE);
  await flex.evaluate((tasks) => tasks.forEach((task) => window.put(task)), tasks);
  await rowsAre(panel, SHOWN);
  await flex.evaluate((tasks) => tasks.forEach(({ sid }) => window.end(sid)), tasks);
  await rowsAre(panel, 0);
  await sleep(REST);
}

async function count({ panel }, { session, read }) {
  await session.send("HeapProfiler.enable");
  for (let again = 0; again < 3; again += 1) await session.send("HeapProfiler.collectGarbage");
  const pages = await panel.evaluate(() => window.wasmMemory.buffer.byteLength / 65_536);
  const { JSHeapUsedSize: heap, Nodes: nodes } = await read();
  return { heap, nodes, pages };
}
