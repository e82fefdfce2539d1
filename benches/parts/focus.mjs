// From a selection in Flex to `focusTab` at Dynamics, beside a relay that makes the same two calls and does nothing else.

import { sleep } from "../browser.mjs";
import { openStage } from "../world.mjs";
import { compared, p95 } from "../table.mjs";
import { caseOf, offered } from "../tasks.mjs";

const SIDES = ["ours", "relay"];
const TASKS = 4;
const SAMPLES = 300;
const DROPPED = 20;
/** Between two selections, in milliseconds. */
const PAUSE = 25;

export default async function focus(world) {
  const stages = {};
  const times = {};
  for (const side of SIDES) {
    stages[side] = await openStage(world, side);
    times[side] = [];
    await openCases(stages[side]);
  }
  for (let sample = 0; sample < SAMPLES + DROPPED; sample += 1) {
    for (const side of sample % 2 ? SIDES : SIDES.toReversed()) {
      const time = await once(stages[side], offered(1 + (sample % TASKS)).sid);
      if (sample >= DROPPED) times[side].push(time);
      await sleep(PAUSE);
    }
  }
  for (const side of SIDES) await stages[side].close();
  const series = { ours: times.ours, peer: times.relay, unit: "ms" };
  return [
    compared("selected in Flex to focusTab, median", { ...series, goal: 1.4 }),
    compared("selected in Flex to focusTab, p95", { ...series, goal: 1.8, of: p95 }),
  ];
}

/** Gives the panel some tasks, and waits until each has its tab. */
async function openCases({ page, flex }) {
  for (let number = 1; number <= TASKS; number += 1) {
    await flex.evaluate((task) => window.put(task), offered(number));
    await page.waitForFunction((id) => window.host.tabs.includes(id), caseOf(number));
    // The panel looks for a new tab after a second.
    await sleep(1_500);
    await flex.evaluate((task) => window.put(task), offered(number, { status: "accepted" }));
  }
  await sleep(1_500);
}

async function once({ page, flex }, sid) {
  const call = page.evaluate(() => window.nextCall("focusTab"));
  const sent = await flex.evaluate((sid) => window.select(sid), sid);
  return (await call).came - sent;
}
