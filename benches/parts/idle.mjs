// What a panel costs while nothing happens: three rows, whose timers tick. All sides rest at the same time. What is
// counted is time of the processor, so others on this machine do not matter.

import { meter, sleep } from "../browser.mjs";
import { openStage, rowsAre } from "../world.mjs";
import { compared, mean } from "../table.mjs";
import { chats } from "../tasks.mjs";

const SIDES = ["ours", "react", "vanilla"];
const ROWS = 3;
const SETTLED = 3_000;
const SPANS = 6;
const SPAN = 5_000;

export default async function idle(world) {
  const stages = {};
  const shares = {};
  for (const side of SIDES) {
    const stage = await openStage(world, side);
    await stage.flex.evaluate((list) => window.snapshot(list, list[0].sid), chats(1, ROWS));
    await rowsAre(stage.panel, ROWS);
    stages[side] = { ...stage, meter: await meter(stage) };
    shares[side] = { process: [], thread: [] };
  }
  await sleep(SETTLED);
  for (let span = 0; span < SPANS; span += 1) {
    const before = await readAll(stages);
    await sleep(SPAN);
    const after = await readAll(stages);
    for (const side of SIDES) {
      const share = (name) =>
        (after[side][name] - before[side][name]) / (after[side].Timestamp - before[side].Timestamp);
      shares[side].process.push(share("ProcessTime") * 100);
      shares[side].thread.push(share("ThreadTime") * 100);
    }
  }
  for (const side of SIDES) await stages[side].close();
  const row = (what, name, peer, goal) =>
    compared(`idle with three timers: ${what}, against ${peer}`, {
      ours: shares.ours[name],
      peer: shares[peer][name],
      unit: "%",
      of: mean,
      goal,
    });
  return [
    row("the whole process, of a core", "process", "react", 1),
    row("its main thread, of a core", "thread", "react", 1),
    row("the whole process, of a core", "process", "vanilla"),
  ];
}

async function readAll(stages) {
  const read = Object.entries(stages).map(async ([side, { meter }]) => [side, await meter.read()]);
  return Object.fromEntries(await Promise.all(read));
}
